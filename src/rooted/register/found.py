"""Where a search in the group leads: to the decision that holds the words."""

from django.urls import reverse

from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat
from rooted.register.models import Entry
from rooted.register.sealed import DECISION


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are decisions; one query."""
    ours = [match for match in matches if match.item.kind == DECISION.name]
    if not ours:
        return []
    wanted = [match.item.pk for match in ours]
    entries = {entry.item_id: entry for entry in Entry.objects.of(seat.group).filter(item__in=wanted)}
    return [
        Hit(
            title=match.content["title"],
            url=reverse("register:entry-detail", args=[seat.group.address, entries[match.item.pk].pk]),
            day=entries[match.item.pk].day,
            text=match.content["text"],
        )
        for match in ours
        if match.item.pk in entries
    ]
