"""An area opened for its members: its bounds, its texts, who wrote them and when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from rooted.areas.access import area_of
from rooted.areas.bounds import Bounds, from_plain
from rooted.areas.models import Area, Piece
from rooted.areas.sealed import BOUNDS, TEXT
from rooted.base import seal
from rooted.groups.access import seat_names
from rooted.groups.models import Seat


@dataclass(frozen=True)
class Told:
    """One piece as read; `number` 0 where nobody wrote it yet. `lost`: it cannot be opened."""

    name: str
    number: int = 0
    content: dict[str, Any] = field(default_factory=dict)
    who: str = ""

    @property
    def lost(self) -> bool:
        return bool(self.number) and not self.content

    @property
    def text(self) -> str:
        return self.content.get("text", "")

    @property
    def before(self) -> str:
        """What stood there before the last saving."""
        return self.content["before"][0] if self.content.get("before") else ""

    @property
    def at(self) -> datetime | None:
        return datetime.fromisoformat(self.content["at"]) if self.content else None


@dataclass(frozen=True)
class Opened:
    """Everything a group keeps of its area; `area` is None before the first saving."""

    area: Area | None
    pieces: dict[str, Told]

    @property
    def bounds(self) -> Bounds:
        told = self.pieces[Piece.Name.BOUNDS]
        return from_plain(told.content) if told.content else Bounds()

    @property
    def texts(self) -> dict[str, str]:
        """The texts that say something, by their names."""
        return {name: told.text for name, told in self.pieces.items() if told.text}


def read_area(seat: Seat) -> Opened:
    """The group's area; two queries, and one for the names of those who wrote."""
    area = area_of(seat)
    rows = area.pieces.select_related("item") if area is not None else Piece.objects.none()
    return Opened(area, {name: Told(name) for name in Piece.Name} | _told(seat, area, rows))


def read_piece(seat: Seat, name: str) -> Told:
    """One piece of it as it stands now, read afresh."""
    area = Area.objects.filter(group=seat.group).first()
    rows = Piece.objects.filter(area=area, name=name).select_related("item")
    return _told(seat, area, rows).get(name, Told(name))


def _told(seat: Seat, area: Area | None, rows: Iterable[Piece]) -> dict[str, Told]:
    found = {}
    for row in rows if area is not None else []:
        content = _content(seat, area, row)
        who = seat_names(seat).get(content.get("seat") or 0, _("a former member"))
        found[row.name] = Told(row.name, row.number, content, who)
    return found


def _content(seat: Seat, area: Area | None, piece: Piece) -> dict[str, Any]:
    """What was sealed; nothing for what does not open, or belongs to another area, piece or number."""
    try:
        content = seat.keys.read(piece.item, BOUNDS if piece.name == Piece.Name.BOUNDS else TEXT)
    except seal.Closed:
        return {}
    belongs = (content["area"], content["number"]) == (area.pk if area else 0, piece.number)
    return content if belongs and content.get("name", piece.name) == piece.name else {}


def text_in(seat: Seat, area: Area, piece: Piece) -> str:
    """What a text says, or said: "" where it does not open."""
    return _content(seat, area, piece).get("text", "")


def was_saved(seat: Seat, told: Told, text: str) -> bool:
    """Whether that very text stands there by this seat: the form was sent twice."""
    return told.content.get("seat") == seat.pk and told.text == text


def overtaken_by(seat: Seat, told: Told) -> str:
    """One sentence: why a text was not saved, and what to do."""
    if told.content.get("seat") == seat.pk:
        return _("You saved this already, perhaps on another page. Nothing is lost: your text is still below.")
    return _("%(name)s saved this while you wrote. Nothing is lost: your text is still below.") % {"name": told.who}
