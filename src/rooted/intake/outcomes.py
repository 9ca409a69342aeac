"""How letters ended: one word on each, and numbers by month that stay when the letters are erased.

A letter is counted from its first answer on, under the month it came; a later outcome moves it. A letter that is
erased without an answer and without being closed is never counted: nobody with a key touched it.
"""

from collections import Counter
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from rooted.base import seal
from rooted.circles.keys import OpenCircle
from rooted.groups.models import Seat
from rooted.intake.conversation import BY_STRANGER
from rooted.intake.models import Message, Tally, Thread
from rooted.intake.sealed import OUTCOME, TALLY

OUTCOMES = {
    "answered": _("Answered"),
    "met": _("We met"),
    "referred": _("Referred to others"),
    "silent": _("They did not come back"),
    "member": _("Became a member"),
    "other": _("Something else"),
}


@transaction.atomic
def mark_outcome(thread: Thread, *, seat: Seat, outcome: str) -> None:
    """Say how a letter ended, or stands, and count it there; it leaves the place where it was counted before.

    The caller holds the group's row, so that no two count at once.
    """
    held = Thread.objects.select_related("outcome").get(pk=thread.pk)
    before = read_outcome(seat, held)
    if before is None:
        now = {"outcome": outcome, **_asked(held, seat.keys)}
        held.outcome = seat.keys.seal(OUTCOME, now, held.expires_on)
        held.save(update_fields=["outcome"])
    else:
        now = before | {"outcome": outcome}
        assert held.outcome is not None  # it was read
        seat.keys.rewrite(held.outcome, now)
    _count(seat, held.arrived_on.replace(day=1), now, instead_of=before)


def first_answered(thread: Thread, *, seat: Seat) -> None:
    """Count a letter as answered unless it is counted already. Inside the answer's transaction."""
    if not Thread.objects.filter(pk=thread.pk, outcome__isnull=False).exists():
        mark_outcome(thread, seat=seat, outcome="answered")


def read_outcome(seat: Seat, thread: Thread) -> dict[str, Any] | None:
    """{"outcome", "brings", "language"} or None. `thread` comes with its `outcome`."""
    try:
        return seat.keys.read(thread.outcome, OUTCOME) if thread.outcome is not None else None
    except seal.Closed:
        return None


def _asked(thread: Thread, keys: OpenCircle) -> dict[str, str]:
    found = Message.objects.filter(thread=thread, from_stranger=True).select_related("item")
    letters = []
    for message in found:
        try:
            letters.append(keys.read(message.item, *BY_STRANGER))
        except seal.Closed:
            continue
    first = min(letters, key=lambda letter: letter["at"], default={})
    return {"brings": first.get("brings", ""), "language": first.get("language", "")}


def _place(counted: dict[str, Any]) -> str:
    return f"{counted['outcome']}|{counted['brings']}|{counted['language']}"


def _count(seat: Seat, month: date, now: dict[str, Any], *, instead_of: dict[str, Any] | None) -> None:
    tally = Tally.objects.filter(group=seat.group, month=month).select_related("item").first()
    counts = Counter(seat.keys.read(tally.item, TALLY)["counts"] if tally else {})
    counts[_place(now)] += 1
    if instead_of is not None:
        counts[_place(instead_of)] -= 1
    content = {"counts": {place: number for place, number in counts.items() if number > 0}}
    if tally is None:
        Tally.objects.create(group=seat.group, month=month, item=seat.keys.seal(TALLY, content))
    else:
        seat.keys.rewrite(tally.item, content)


def months(seat: Seat) -> list[tuple[date, Counter[tuple[str, str, str]]]]:
    """What is counted, the newest month first: how many by (outcome, what it is about, language). One query."""
    rows = Tally.objects.filter(group=seat.group).select_related("item").order_by("-month")
    return [(row.month, _split(seat.keys.read(row.item, TALLY)["counts"])) for row in rows]


def _split(counts: dict[str, int]) -> Counter[tuple[str, str, str]]:
    split: Counter[tuple[str, str, str]] = Counter()
    for place, number in counts.items():
        outcome, brings, language = place.split("|")
        split[outcome, brings, language] += number
    return split
