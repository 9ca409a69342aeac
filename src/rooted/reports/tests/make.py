"""Reports for tests, straight through the actions."""

from dataclasses import replace
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from rooted.reports import actions
from rooted.reports.actions import Forward
from rooted.reports.draft import Draft
from rooted.reports.models import Report
from rooted.reports.reading import newest_of
from rooted.struggles.record import Code, Employer, Place, Point, Record, Source

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


def report(member, written: Record | None = None, *, now: datetime | None = None, **values) -> Report:
    """One on the desk; `values` change its record."""
    return actions.begin_report(member.seat, Draft(written or record(**values)), now=now or timezone.now())


def fresh(report: Report) -> Report:
    return Report.objects.select_related("struggle", "forward").get(pk=report.pk)


def draft(report: Report, member) -> Draft:
    """What stands there now."""
    return newest_of(member.seat, fresh(report)).draft


def save(report: Report, member, *, now: datetime | None = None, **values) -> None:
    """Change what the record says, over the newest version."""
    standing = draft(report, member)
    changed = replace(standing, record=replace(standing.record, **values))
    now = now or timezone.now()
    actions.save_draft(report, changed, seat=member.seat, seen=fresh(report).number, now=now)


def put_forward(report: Report, member, **said) -> None:
    seen = fresh(report).number
    actions.put_forward(fresh(report), Forward(**said), seat=member.seat, seen=seen, now=timezone.now())


def release(report: Report, first, second, **said):
    """Both say yes; the public record."""
    put_forward(report, first, **said)
    row = fresh(report)
    return actions.release_report(row, seat=second.seat, seen=row.number, now=timezone.now())


def published(ana, bo, written: Record | None = None, **said) -> Report:
    made = report(ana, written)
    release(made, ana, bo, **said)
    return fresh(made)


def at(name: str, member, *keys) -> str:
    """The address of a page in the member's group."""
    return reverse(f"reports:{name}", args=[member.group.address, *keys])


def step(report: Report, member, name: str) -> str:
    return at("report-write", member, report.pk, name)


def send(report: Report, member, name: str, *, seen: int | None = None, **typed):
    """Save one step through its page."""
    seen = fresh(report).number if seen is None else seen
    return member.client.post(step(report, member, name), {"seen": str(seen)} | typed)
