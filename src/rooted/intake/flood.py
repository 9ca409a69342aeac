"""What a group does about letters to come, and what is told to strangers: all from columns in clear, without keys.

Nothing is stored about whoever writes. A page carries a token and the second it was made, bound to each other by the
instance's key: each letter needs a page of its own, opened a few seconds before.
"""

import math
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, UUIDField

from rooted.base import seal
from rooted.base.fold import fold
from rooted.base.prepared import Given, GivenDay, Prepared
from rooted.groups.models import Group
from rooted.intake.models import Inbox, Message, Thread

BEHIND_FROM = 2  # letters late; one alone would tell too much of its writer

# Asked whenever a stranger opens the page of a group.
GROUP: Any = Given("group", UUIDField())
DAY: Any = GivenDay("day")
_INBOX = Prepared(lambda: Inbox.objects.filter(group=GROUP))
_CAME: Prepared[Any] = Prepared(
    lambda: (
        Thread.objects.filter(group=GROUP, arrived_on=DAY)
        .values("group")
        .annotate(many=Count("pk"))
        .values_list("many", flat=True)
    )
)
_LATE: Prepared[Any] = Prepared(
    lambda: (
        Message.objects.waiting()
        .filter(thread__group=GROUP, thread__closed_on=None, thread__held_on=None, item__day__lte=DAY)
        .exclude(thread__released_on__gt=DAY)
        .values_list("thread", flat=True)
        .distinct()[:BEHIND_FROM]
    )
)


@dataclass(frozen=True)
class Gate:
    """What the letter page of a group shows today. `behind`: letters wait longer than promised."""

    question: str
    accepted: str
    holds: bool
    shut: bool
    shut_text: str
    reopens_on: date | None
    behind: bool

    def accepts(self, answer: str) -> bool:
        """Whether `answer` is one of those the group accepts; capitals, accents and full stops do not matter."""
        wanted = {folded(line) for line in self.accepted.splitlines()} - {""}
        return folded(answer) in wanted


def folded(answer: str) -> str:
    """An answer as it is compared."""
    return " ".join(fold(answer).replace(".", " ").split())


def inbox_of(group: Group) -> Inbox:
    """What the group decided; the defaults, not stored, while it decided nothing."""
    return _INBOX.first(group=group.pk) or Inbox(group=group)


def came_on(group: Group, today: date) -> int:
    """How many threads began today."""
    return _CAME.first(group=group.pk, day=today) or 0


def gate(group: Group, *, today: date) -> Gate:
    """What a stranger meets at the group's letter page; three queries."""
    inbox, count = inbox_of(group), came_on(group, today)
    asks = inbox.asking_since is not None or count >= inbox.asks_above
    return Gate(
        question=inbox.question if asks else "",
        accepted=inbox.accepted,
        holds=count >= inbox.holds_above,
        shut=is_shut(inbox, today),
        shut_text=inbox.shut_text,
        reopens_on=inbox.reopens_on,
        behind=is_behind(group, today=today),
    )


def gate_holds(group: Group, *, today: date) -> bool:
    """Whether a new thread is held back today: very many came already."""
    return came_on(group, today) >= inbox_of(group).holds_above


def is_shut(inbox: Inbox, today: date) -> bool:
    """Whether no new letter is taken today; on the day it reopens it is open."""
    return inbox.shut_on is not None and (inbox.reopens_on is None or today < inbox.reopens_on)


def takes_letters(group: Group, *, today: date) -> bool:
    """Whether strangers can write to the group today; one query. For links to its letter pages."""
    return group.closed_on is None and group.hidden_on is None and not is_shut(inbox_of(group), today)


def late_since(group: Group, today: date) -> date:
    """A letter of this day or before has waited longer than promised, whatever its hour."""
    return today - timedelta(days=math.ceil(group.promised_hours / 24) + 1)


def is_behind(group: Group, *, today: date) -> bool:
    """Whether at least BEHIND_FROM letters wait longer than promised. Days only; a released letter counts from then."""
    return len(_LATE.rows(group=group.pk, day=late_since(group, today))) == BEHIND_FROM


def new_stamp(token: str, *, now: float) -> str:
    """When the page with `token` was made, in seconds since 1970, and a proof that we wrote it."""
    second = str(int(now))
    return f"{second}.{_proof(token, second)}"


def is_ripe(stamp: str, token: str, *, now: float) -> bool:
    """Whether the page is ours and was open for settings.LETTER_SECONDS; true for all where that is 0."""
    if settings.LETTER_SECONDS <= 0:
        return True
    return is_ours(stamp, token) and int(stamp.split(".", maxsplit=1)[0]) + settings.LETTER_SECONDS <= now


def is_ours(stamp: str, token: str) -> bool:
    """Whether we made this stamp for this token."""
    second, _dot, proof = stamp.partition(".")
    real = _proof(token, second)
    return second.isascii() and second.isdigit() and secrets.compare_digest(proof.encode(), real.encode())


def _proof(token: str, second: str) -> str:
    key = seal.subkey(settings.INSTANCE_KEY, "intake.stamp")
    return seal.digest(f"{second}|{token}".encode(), key=key, size=16).hex()
