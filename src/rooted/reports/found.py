"""Where a search in the group leads: to the report that holds the words."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat
from rooted.reports.access import versions_of
from rooted.reports.sealed import REPORT


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are newest versions of reports; one query."""
    mine = [match for match in matches if match.item.kind == REPORT.name]
    if not mine:
        return []
    found = versions_of(seat).newest().filter(item__in=[match.item.pk for match in mine])
    reports = dict(found.values_list("item", "report"))
    return [
        Hit(
            title=match.content["title"] or _("Without a title"),
            url=reverse("reports:report-detail", args=[seat.group.address, reports[match.item.pk]]),
            day=match.item.day,
            text=match.content["text"],
        )
        for match in mine
        if match.item.pk in reports
    ]
