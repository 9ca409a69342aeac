"""What was typed in from sheets, opened for a page: by whom, and whether two typed the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rooted.assembly.agreeing import differ
from rooted.assembly.filling import HANDS, PRESENT, SHEET
from rooted.assembly.models import FilledSheet, Sitting
from rooted.assembly.reading import opened
from rooted.assembly.sealed import FILLED
from rooted.groups.access import seat_names
from rooted.groups.models import Seat

NAMES: dict[str, str | Promise] = {
    PRESENT: gettext_lazy("How many are there"),
    HANDS: gettext_lazy("A show of hands"),
    SHEET: gettext_lazy("Agenda, minutes and tasks"),
}
# What stands beside each value, on the page and in its form.
LABELS: dict[str, str | Promise] = {
    "present": gettext_lazy("How many are there?"),
    "question": gettext_lazy("What was asked?"),
    "for_it": gettext_lazy("For it"),
    "against": gettext_lazy("Against it"),
    "abstained": gettext_lazy("Abstained"),
    "points": gettext_lazy("Points for the agenda"),
    "minutes": gettext_lazy("Minutes"),
    "tasks": gettext_lazy("Tasks"),
}


@dataclass(frozen=True)
class Typing:
    """What one member typed. `facts`: each label with what stands beside it."""

    seat: int
    who: str
    values: dict[str, Any]
    facts: list[tuple[str, str]]


@dataclass(frozen=True)
class FilledRow:
    """One sheet. `typings`: the newest last; `lost`: it cannot be opened.

    `closed`: figures of somebody else, not told before the reader has typed what they counted.
    """

    sheet: FilledSheet
    what: str
    typings: list[Typing]
    closed: bool = False

    @property
    def lost(self) -> bool:
        return not self.what

    @property
    def name(self) -> str:
        """What kind of sheet it is."""
        return str(NAMES[self.what]) if self.what else _("This sheet cannot be opened.")

    @property
    def differ(self) -> bool:
        """Whether two members typed different things."""
        return differ([[one.seat, one.values] for one in self.typings])

    @property
    def who(self) -> str:
        """The names of those who typed it."""
        return pgettext("between the items of a list", ", ").join(one.who for one in self.typings)

    def typed_by(self, seat: Seat) -> Typing | None:
        """What this member typed."""
        return next((one for one in self.typings if one.seat == seat.pk), None)


def filled_rows(seat: Seat, sheets: Iterable[FilledSheet]) -> list[FilledRow]:
    """Sheets in the order in which they came with their `item`."""
    return [_row(seat, sheet) for sheet in sheets]


def _row(seat: Seat, sheet: FilledSheet) -> FilledRow:
    content = opened(seat, sheet.item, FILLED)
    names, what, typed = seat_names(seat), content["what"] or "", content["typed"] or []
    closed = what in {PRESENT, HANDS} and len(typed) == 1 and typed[0][0] != seat.pk
    typings = []
    for one, values in typed:
        told = {name: value for name, value in values.items() if name == "question"} if closed else values
        typings.append(Typing(one, names.get(one) or _("a former member"), told, _facts(told)))
    return FilledRow(sheet, what, typings, closed)


def _facts(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(str(LABELS[name]), _plain(value)) for name, value in values.items() if value not in ("", [])]


def _plain(value: Any) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value)


def waiting_of(seat: Seat, sitting: Sitting) -> list[FilledRow]:
    """What was typed in for a sitting and does not count yet. One query."""
    return filled_rows(
        seat, sitting.filled.filter(confirmed_on=None).select_related("item").order_by("item__day", "pk")
    )
