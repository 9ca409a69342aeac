"""Where a search in the group leads: to the file whose title holds the words."""

from django.urls import reverse

from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat
from rooted.shelf.access import files_of
from rooted.shelf.sealed import SHELF_FILE


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are titles of files; one query."""
    ours = [match for match in matches if match.item.kind == SHELF_FILE.name]
    if not ours:
        return []
    places = dict(files_of(seat).filter(item__in=[match.item.pk for match in ours]).values_list("item", "pk"))
    return [
        Hit(
            title=match.content["title"],
            url=reverse("shelf:file-detail", args=[seat.group.address, places[match.item.pk]]),
            day=match.item.day,
            text="",
        )
        for match in ours
        if match.item.pk in places
    ]
