"""Reports for tests, straight through the actions."""

from dataclasses import replace
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from rooted.drafts.draft import Draft
from rooted.drafts.tests import make as drafts
from rooted.records.record import Record
from rooted.reports import actions
from rooted.reports.actions import Forward
from rooted.reports.models import Report
from rooted.reports.reading import newest_of

TITLE, SOURCES, WEAK = drafts.TITLE, drafts.SOURCES, drafts.WEAK
record, running = drafts.record, drafts.running


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
