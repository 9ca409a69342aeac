"""Where a search in the group leads: to the announcement, note or minutes that hold the words."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.circles.searching import Hit, Match
from rooted.groups.models import Seat
from rooted.notes.access import announcements_of, notes_of
from rooted.notes.sealed import ANNOUNCEMENT, NOTE


def hits(seat: Seat, matches: list[Match]) -> list[Hit]:
    """Those of `matches` that are announcements and newest versions of notes; two queries."""
    items = {kind.name: [match for match in matches if match.item.kind == kind.name] for kind in (ANNOUNCEMENT, NOTE)}
    announced = _places(announcements_of(seat).standing(), "item", items[ANNOUNCEMENT.name])
    noted = _places(notes_of(seat), "versions__item", items[NOTE.name])
    rows = [(match, "notes:announcement-detail", announced) for match in items[ANNOUNCEMENT.name]]
    rows += [(match, "notes:note-detail", noted) for match in items[NOTE.name]]
    return [
        Hit(
            title=match.content["title"] or _("Without a title"),
            url=reverse(address, args=[seat.group.address, places[match.item.pk]]),
            day=match.item.day,
            text=match.content["text"],
        )
        for match, address, places in rows
        if match.item.pk in places
    ]


def _places(rows: QuerySet[Any], item: str, matches: list[Match]) -> dict[int, int]:
    """The row each item belongs to, as {item: row}."""
    wanted = [match.item.pk for match in matches]
    return dict(rows.filter(**{f"{item}__in": wanted}).values_list(item, "pk")) if wanted else {}
