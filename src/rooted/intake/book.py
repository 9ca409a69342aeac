"""The group's address book and its quick answers: short sealed lists that every member keeps up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.fold import fold
from rooted.circles.actions import erase
from rooted.circles.kinds import SealedKind
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.intake.models import BookEntry, QuickAnswer
from rooted.intake.sealed import ENTRY, QUICK

MOST = 300  # of each; every page that offers them opens them all
KINDS: dict[type[BookEntry] | type[QuickAnswer], SealedKind] = {BookEntry: ENTRY, QuickAnswer: QUICK}


@dataclass(frozen=True)
class Kept:
    """One row of either list with what it says."""

    row: BookEntry | QuickAnswer
    content: dict[str, Any]

    @property
    def facts(self) -> list[str]:
        """Of an entry: where, phone, languages, as far as they are known."""
        return [self.content[name] for name in ("area", "phone", "languages") if self.content[name]]

    @property
    def languages(self) -> list[str]:
        """Of a quick answer: the codes of its languages."""
        return list(self.content["texts"])


@transaction.atomic
def keep(
    what: type[BookEntry] | type[QuickAnswer],
    content: dict[str, Any],
    *,
    seat: Seat,
    now: datetime,
    row: BookEntry | QuickAnswer | None = None,
) -> BookEntry | QuickAnswer:
    """Add an entry or a quick answer, or write `row` anew; `content` without its writer and hour."""
    whole = content | {"seat": seat.pk, "at": now.isoformat()}
    if row is not None:
        seat.keys.rewrite(row.item, whole)
        return row
    if what.objects.filter(group=seat.group).count() >= MOST:
        raise ValidationError(_("The list is full. Erase what is no longer needed first."))
    return what.objects.create(group=seat.group, item=seat.keys.seal(KINDS[what], whole))


def kept(what: type[BookEntry] | type[QuickAnswer], seat: Seat) -> list[Kept]:
    """All of one list, by name; what cannot be opened is left out. One query."""
    rows = what.objects.filter(group=seat.group).select_related("item")
    return sorted(_opened(rows, seat, KINDS[what]), key=lambda one: fold(one.content["name"]))


def _opened(rows: Iterable[BookEntry | QuickAnswer], seat: Seat, kind: SealedKind) -> list[Kept]:
    found = []
    for row in rows:
        try:
            found.append(Kept(row, seat.keys.read(row.item, kind)))
        except seal.Closed:
            continue
    return found


def drop(row: BookEntry | QuickAnswer) -> None:
    """Take one out of its list, for good."""
    erase(SealedItem.objects.filter(pk=row.item_id))


def entry_text(content: dict[str, Any]) -> str:
    """An entry of the address book as it stands in an answer: name and area, what they do, phone."""
    first = ", ".join(part for part in (content["name"], content["area"]) if part)
    return "\n".join(part for part in (first, content["what"], content["phone"]) if part)


def added(text: str, piece: str) -> str:
    """`piece` after what was written already."""
    return f"{text.rstrip()}\n\n{piece}" if text.strip() else piece
