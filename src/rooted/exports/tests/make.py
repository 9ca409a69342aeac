"""A record with one of everything, for what leaves the chronicle."""

from datetime import date

from rooted.records.record import Action, Answer, Code, Day, Employer, Organisation, Place, Point, Record, Source
from rooted.struggles.tests import make


def rich(**values):
    return Record(
        **{
            "title": "Pickers sit down",
            "account": "=HYPERLINK(1) The night shift sat down.",
            "started_on": date(2026, 3, 2),
            "ended_on": date(2026, 3, 4),
            "estimate_low": 40,
            "estimate_high": 60,
            "days_low": 90,
            "led_by": "wildcat",
            "outcome": "partly-won",
            "codings": (
                Code("form", "strike"),
                Code("form", "picket"),
                Code("demand", "hours"),
                Code("branch", "52"),
                Code("contract", "agency"),
                Code("tag", "tag", "warehouse"),
                Code("response", "police"),
            ),
            "employers": (Employer("Quillwater"), Employer("Handsfast", "agency")),
            "organisations": (Organisation("Pickers' committee", "no"),),
            "places": (Place("town", "DE", "Sachsen", "Leipzig", 51.34, 12.37), Place("country", "PL")),
            "actions": (Action("picket", date(2026, 3, 3), days=(Day(date(2026, 3, 3), "Gate 2", 20, 25, 50),)),),
            "answers": (Answer("spark", "The new rota."),),
            "points": (Point("weak", code="isolated", evidence="Nobody at the port knew."), Point("try", "ask first")),
            "sources": (Source("https://example.org/a"), Source(text="Told at the gate", kind="spoken")),
        }
        | values
    )


def published(owner, *records):
    return make.struggles(owner, records or [rich()])


def body(response):
    return b"".join(response.streaming_content).decode()
