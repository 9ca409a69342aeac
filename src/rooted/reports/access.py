"""What a seat may read here: the reports of its group, and the group's records in the chronicle."""

from rooted.groups.models import Seat
from rooted.reports.models import Report, ReportQuerySet, ReportVersionQuerySet, Version
from rooted.struggles.models import Struggle, StruggleQuerySet


def reports_of(seat: Seat) -> ReportQuerySet:
    """All reports of the seat's group, with the record each became."""
    return Report.objects.of(seat.group).select_related("struggle", "forward")


def versions_of(seat: Seat) -> ReportVersionQuerySet:
    """Every kept version of them, with what opening it needs."""
    return Version.objects.filter(report__group=seat.group).select_related("report", "item")


def records_of(seat: Seat) -> StruggleQuerySet:
    """What the seat's group published and did not withdraw: what members can correct and withdraw, merged or not."""
    return Struggle.objects.filter(group=seat.group, public_id__isnull=False, withdrawn_on=None, hidden_on=None)
