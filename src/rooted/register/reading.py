"""Entries opened for a page: what they say, who wrote them down, what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.fold import kept_words
from rooted.circles.models import SealedItem
from rooted.circles.searching import holds
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.register.chain import START, Link, day_of, head_after, head_words
from rooted.register.decision import Decision, decision_in
from rooted.register.document import Filed
from rooted.register.models import Entry
from rooted.register.sealed import COMMITTED, DECISION

IN_FORCE, TO_REVIEW, REPLACED = "in-force", "to-review", "replaced"
FILTERS = (IN_FORCE, TO_REVIEW, REPLACED)


@dataclass(frozen=True)
class Row:
    """One entry as read. `decision` is None where its text has burnt or cannot be opened.

    `replaces`: the entry whose place it takes; `later`: the one that takes its place; `valid`: carried, and its place
    not taken, whatever its days say.
    """

    entry: Entry
    decision: Decision | None
    who: str
    replaces: Entry | None
    later: Entry | None
    valid: bool
    link: Link
    content: dict[str, Any]

    @property
    def title(self) -> str:
        """What it is called in a list."""
        if self.decision:
            return self.decision.title
        return _("The text has burnt.") if self.entry.burnt_on else _("This cannot be opened.")

    @property
    def corrected(self) -> bool:
        """Whether a correction takes its place."""
        return self.later is not None and self.later.kind == Entry.Kind.CORRECTION

    def in_force(self, today: date) -> bool:
        """Whether it binds on that day. Of a burnt one nobody can say."""
        if not self.valid or self.decision is None:
            return False
        first, last = self.decision.in_force_from, self.decision.in_force_until
        return (first is None or first <= today) and (last is None or today <= last)

    def to_review(self, today: date) -> bool:
        """Whether it is to be looked at again on that day or should have been."""
        due = self.entry.review_on is not None and self.entry.review_on <= today
        return due and self.valid and self.entry.done_on is None

    def shown_under(self, wanted: str, today: date) -> bool:
        """Whether the list shows it under one of FILTERS; every entry stands under ""."""
        if wanted == IN_FORCE:
            return self.in_force(today)
        if wanted == TO_REVIEW:
            return self.to_review(today)
        return self.later is not None if wanted == REPLACED else True

    def holds(self, words: list[str]) -> bool:
        """Whether every word stands in it; the last may be the beginning of one."""
        said = self.decision
        if said is None:
            return False
        tasks = [text for one in said.tasks for text in (one.text, one.who)]
        parts = [said.title, said.text, said.bound, said.method, *said.tally, *tasks]
        return holds(set(kept_words("\n".join(parts))), words)


def entry_rows(seat: Seat, entries: Iterable[Entry] | None = None) -> list[Row]:
    """These entries of the seat's group as read, or all of them, the newest first; two queries however many."""
    every = list(Entry.objects.of(seat.group).order_by("-number"))
    wanted = every if entries is None else entries
    items = SealedItem.objects.in_bulk([entry.item_id for entry in wanted if entry.item_id])
    family, names = Family(every), seat_names(seat)
    return [_row(seat, entry, items.get(entry.item_id or 0), family, names) for entry in wanted]


def _row(seat: Seat, entry: Entry, item: SealedItem | None, family: "Family", names: dict[int, str]) -> Row:
    content = _opened(seat, item)
    replaces = family.by_id.get(entry.supersedes_id or 0)
    number = replaces.number if replaces else 0
    return Row(
        entry=entry,
        decision=decision_in(content, entry.review_on) if content else None,
        who=names.get(content["seat"], _("a former member")) if content else "",
        replaces=replaces,
        later=family.later.get(entry.pk),
        valid=family.is_valid(entry),
        link=Link(entry.number, day_of(entry.day), entry.kind, entry.result, number, bytes(entry.commitment)),
        content=content,
    )


def _opened(seat: Seat, item: SealedItem | None) -> dict[str, Any]:
    try:
        return seat.keys.read(item, DECISION) if item else {}
    except seal.Closed:
        return {}


class Family:
    """Which entry takes whose place, in one group."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.by_id = {entry.pk: entry for entry in entries}
        self.later = {entry.supersedes_id: entry for entry in self.by_id.values() if entry.supersedes_id}

    def as_corrected(self, entry: Entry) -> Entry:
        """The entry itself, or the last correction of it."""
        while (later := self.later.get(entry.pk)) and later.kind == Entry.Kind.CORRECTION:
            entry = later
        return entry

    def is_valid(self, entry: Entry) -> bool:
        """Carried, not corrected, and no decision that holds took its place.

        A later one that was corrected to "not carried" never took it.
        """
        if entry.result != Entry.Result.CARRIED:
            return False
        later = self.later.get(entry.pk)
        while later is not None:
            if later.kind == Entry.Kind.CORRECTION or self.as_corrected(later).result == Entry.Result.CARRIED:
                return False
            later = self.later.get(self.as_corrected(later).pk)
        return True


def filed(rows: Iterable[Row]) -> list[Filed]:
    """Rows as they go into a file: number 1 first, without what leads somewhere in here."""
    return [
        Filed(
            link=row.link,
            head=bytes(row.entry.head),
            burnt_on=row.entry.burnt_on,
            text={name: row.content[name] for name in COMMITTED} if row.content else None,
        )
        for row in sorted(rows, key=lambda row: row.entry.number)
    ]


def first_broken(rows: Iterable[Row]) -> int:
    """The number of the first entry that does not hang on the one before it; 0 where the whole chain holds."""
    head = START
    for place, row in enumerate(sorted(rows, key=lambda row: row.entry.number), 1):
        head = head_after(head, row.link)
        if row.entry.number != place or bytes(row.entry.head) != head:
            return place
    return 0


def words_of(seat: Seat, entry: Entry) -> str:
    """The head words of an entry, the same on every phone: in the group's first language."""
    return head_words(bytes(entry.head), seat.group.first_language)
