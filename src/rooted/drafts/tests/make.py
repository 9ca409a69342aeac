"""Records in the making, for tests: one that is over, and one that goes on."""

from datetime import date

from django.utils import timezone

from rooted.records.record import Code, Employer, Place, Point, Record, Source

TITLE = "Night cleaners stop work"
SOURCES = (Source(text="Told by two who took part", kind="spoken"), Source("https://example.org/leaflet"))


def record(**values) -> Record:
    return Record(
        **{
            "title": TITLE,
            "started_on": date(2026, 11, 3),
            "ended_on": date(2026, 11, 5),
            "account": "Eighty sat down in the canteen.",
            "estimate_low": 80,
            "outcome": "won",
            "codings": (Code("form", "strike"), Code("demand", "hours")),
            "employers": (Employer("Merrowgate Hospital"),),
            "places": (Place("town", "GB", "", "Leeds"),),
            "sources": SOURCES,
        }
        | values
    )


def running(**values) -> Record:
    """One that still goes on."""
    return record(**{"ended_on": None, "outcome": "goes-on", "seen_going_on": timezone.localdate()} | values)


WEAK = Point("weak", code="isolated", evidence="The day shift went in.", withheld=True)
