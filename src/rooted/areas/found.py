"""Where a search in the group leads: to the text on the area's page that holds the words."""

from django.urls import reverse

from rooted.areas.models import TEXTS, Piece
from rooted.areas.sealed import TEXT
from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are texts of the area; one query."""
    mine = {match.item.pk: match for match in matches if match.item.kind == TEXT.name}
    if not mine:
        return []
    rows = Piece.objects.filter(area__group=seat.group, item__in=list(mine), name__in=TEXTS)
    page = reverse("areas:area", args=[seat.group.address])
    return [
        Hit(str(row.get_name_display()), f"{page}#{row.name}", mine[row.item_id].item.day, _text(mine[row.item_id]))
        for row in rows
    ]


def _text(match: Match) -> str:
    return match.content["text"]
