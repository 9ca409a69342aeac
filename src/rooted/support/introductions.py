"""Two people who are alone: proposed by members, answered by each, shown to each only when both said yes."""

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.groups.models import Seat
from rooted.intake.conversation import OpenThread, copy_for
from rooted.places.distance import distance_km
from rooted.places.models import Town
from rooted.support.access import introductions_of, wishes_of
from rooted.support.models import Introduction, IntroductionMessage, Wish
from rooted.support.sealed import WISH

NEAR_KM = 40
MOST = 500  # wishes that are compared
MOST_MESSAGES = 200


@dataclass(frozen=True)
class Read:
    """A wish as a member reads it."""

    wish: Wish
    content: dict[str, Any]

    @property
    def waits(self) -> bool:
        """Whether this person is alone and wants to be introduced."""
        return bool(self.content.get("alone") and self.content.get("introduce"))


@dataclass(frozen=True)
class Asked:
    """An introduction as one of the two may see it. `theirs` and `talk` are empty until both said yes."""

    introduction: Introduction
    answer: str = ""  # "", "yes" or "no": one's own
    mine: str = ""
    theirs: str = ""
    talk: list[dict[str, Any]] = field(default_factory=list)


def read_wishes(seat: Seat) -> list[Read]:
    """All wishes of the group that can be opened, the oldest first."""
    return [one for one in (read_wish(seat, wish) for wish in wishes_of(seat)[:MOST]) if one.content]


def read_wish(seat: Seat, wish: Wish) -> Read:
    """A wish as a member reads it; without content where it cannot be opened."""
    try:
        return Read(wish, seat.keys.read(wish.item, WISH))
    except seal.Closed:
        return Read(wish, {})


def near(one: Read, others: list[Read]) -> list[Read]:
    """Those of `others` who wait in the same town or within 40 km of it."""
    ids = {read.content.get("town_id") for read in (one, *others)}
    towns = Town.objects.in_bulk([pk for pk in ids if isinstance(pk, int)])
    return [other for other in others if other.wish.pk != one.wish.pk and other.waits and _is_near(one, other, towns)]


def _is_near(one: Read, other: Read, towns: dict[int, Town]) -> bool:
    here, there = towns.get(one.content.get("town_id") or 0), towns.get(other.content.get("town_id") or 0)
    if here is None or there is None:
        return one.content["town"].casefold().strip() == other.content["town"].casefold().strip()
    return distance_km(here.latitude, here.longitude, there.latitude, there.longitude) <= NEAR_KM


@transaction.atomic
def propose_introduction(seat: Seat, one: Wish, other: Wish, *, today: date) -> Introduction:
    """Ask two people of this group's letters whether they want to meet; the same two are asked once."""
    first, second = sorted((one, other), key=lambda wish: wish.pk)
    if first.pk == second.pk or not all(read_wish(seat, wish).waits for wish in (first, second)):
        raise ValidationError(_("Choose two people who are alone and want to be introduced."))
    made, _new = Introduction.objects.get_or_create(first=first, second=second, defaults={"proposed_on": today})
    return made


def _sides(introduction: Introduction, opened: OpenThread) -> tuple[str, str]:
    """("first", "second"), one's own first. Raises Introduction.DoesNotExist for anybody else."""
    if introduction.first.thread_id == opened.thread.pk:
        return "first", "second"
    if introduction.second.thread_id == opened.thread.pk:
        return "second", "first"
    raise Introduction.DoesNotExist


def _held(opened: OpenThread, pk: int) -> Introduction:
    """Inside a transaction: the introduction, held; refused where it is gone or somebody else's."""
    rows = Introduction.objects.select_for_update(of=("self",)).select_related("first__thread", "second__thread")
    introduction = rows.filter(pk=pk).first()
    if introduction is None or opened.thread.pk not in (introduction.first.thread_id, introduction.second.thread_id):
        raise ValidationError(_("This is no longer open. Nothing was sent."))
    return introduction


def opened_copy(opened: OpenThread, copy: Any) -> dict[str, Any]:
    """What was sealed to this stranger's thread; empty where there is nothing or it does not open."""
    if copy is None:
        return {}
    try:
        return json.loads(seal.unpad(seal.open_sealed(opened.secret, bytes(copy))))
    except seal.Closed:
        return {}


@transaction.atomic
def answer_introduction(opened: OpenThread, pk: int, *, yes: bool, text: str, now: datetime) -> Introduction:
    """Say yes with what the other may read, or no. The other learns of a yes only when they said yes too.

    Until both said yes an answer can be changed; afterwards nothing happens.
    """
    introduction = _held(opened, pk)
    if introduction.met_on is not None:
        return introduction
    mine, theirs = _sides(introduction, opened)
    content = {"yes": yes, "text": text if yes else ""}
    other = getattr(introduction, theirs).thread
    setattr(introduction, f"own_{mine}", copy_for(bytes(opened.thread.public_key), content))
    setattr(introduction, f"from_{mine}", copy_for(bytes(other.public_key), content))
    if yes and opened_copy(opened, getattr(introduction, f"from_{theirs}")).get("yes"):
        introduction.met_on = now.date()
    introduction.save()
    return introduction


@transaction.atomic
def write_to_the_other(opened: OpenThread, pk: int, *, text: str, token: str, now: datetime) -> None:
    """Write to the one you were introduced to, once per `token`; refused until both said yes."""
    introduction = _held(opened, pk)
    if introduction.met_on is None:
        raise ValidationError(_("You can write here once both of you said yes."))
    mine, _theirs = _sides(introduction, opened)
    said = talk(opened, introduction)
    if any(one["token"] == token for one in said):
        return
    if len(said) >= MOST_MESSAGES:
        raise ValidationError(_("You wrote very much here. Agree on another way to talk, or found your group."))
    content = {"text": text, "by": mine, "at": now.isoformat(), "token": token}
    IntroductionMessage.objects.create(
        introduction=introduction,
        for_first=copy_for(bytes(introduction.first.thread.public_key), content),
        for_second=copy_for(bytes(introduction.second.thread.public_key), content),
    )


def talk(opened: OpenThread, introduction: Introduction) -> list[dict[str, Any]]:
    """What the two wrote, in its order: text, by ("first" or "second"), at, token, mine, when."""
    mine, _theirs = _sides(introduction, opened)
    rows = (opened_copy(opened, getattr(row, f"for_{mine}")) for row in introduction.messages.all())
    said = [row | {"mine": row["by"] == mine, "when": datetime.fromisoformat(row["at"])} for row in rows if row]
    return sorted(said, key=lambda row: row["at"])


def asked(opened: OpenThread, wish: Wish) -> list[Asked]:
    """The introductions this person is asked about, each with what they may see of it."""
    return [_asked(opened, one) for one in introductions_of(wish).prefetch_related("messages")]


def _asked(opened: OpenThread, introduction: Introduction) -> Asked:
    mine, theirs = _sides(introduction, opened)
    own = opened_copy(opened, getattr(introduction, f"own_{mine}"))
    answer = "" if not own else "yes" if own["yes"] else "no"
    if introduction.met_on is None:
        return Asked(introduction, answer, own.get("text", ""))
    other = opened_copy(opened, getattr(introduction, f"from_{theirs}"))
    return Asked(introduction, answer, own.get("text", ""), other.get("text", ""), talk(opened, introduction))
