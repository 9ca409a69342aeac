"""Files of the shelf as they stand on a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from rooted.base import seal, uploads
from rooted.circles import files
from rooted.circles.sealed import FILE
from rooted.groups.access import circle_name, seat_names
from rooted.groups.models import Seat
from rooted.shelf.access import keys_for
from rooted.shelf.models import ShelfFile
from rooted.shelf.sealed import SHELF_FILE


@dataclass(frozen=True)
class Row:
    """One file as its page and the list show it; `open_file` is None when it cannot be opened."""

    on_shelf: ShelfFile
    title: str
    who: str
    circle: str
    at: datetime | None = None
    kind: str = ""
    open_file: files.OpenFile | None = None


def rows(seat: Seat, found: Iterable[ShelfFile]) -> list[Row]:
    """Rows in the order of `found`; no query for each."""
    return [row(seat, on_shelf) for on_shelf in found]


def row(seat: Seat, on_shelf: ShelfFile) -> Row:
    """One file, opened."""
    circle = circle_name(seat, on_shelf.item.circle_id)
    keys = keys_for(seat, on_shelf)
    try:
        said = keys.read(on_shelf.item, SHELF_FILE)
        open_file = files.opened(on_shelf.file, keys.read(on_shelf.file.item, FILE))
    except seal.Closed:
        return Row(on_shelf, _("This cannot be opened."), "", circle)
    return Row(
        on_shelf=on_shelf,
        title=said["title"],
        who=seat_names(seat).get(said["seat"]) or _("a former member"),
        circle=circle,
        at=datetime.fromisoformat(said["at"]),
        kind=uploads.kind(open_file.media_type),
        open_file=open_file,
    )


def room(seat: Seat) -> dict[str, Any]:
    """How many bytes the files of the whole group take up, with those of letters, and how many they may."""
    return {"used": files.used(seat.keys.circle), "room": files.room()}
