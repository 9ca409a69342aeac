"""What members do with questions: open, vote, enter and confirm votes, close, ask again, erase.

Whatever changes a question in several steps holds its row first, then the elector or the sitting, then the circle:
always in this order, so that on PostgreSQL two of them wait for each other instead of locking each other out. Tellers'
codes cost Argon2: they are prepared before, outside any transaction (counting_hands.prepare_sittings).
"""

import time
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.ballots.counting_hands import PreparedSitting, add_sitting, end_sittings
from rooted.ballots.methods import DRAW, LONGEST_REASON, WITH_REASON, Asked, check, check_choice
from rooted.ballots.models import Elector, Question
from rooted.ballots.reading import asked_of, closes_at, count_now, read_vote
from rooted.ballots.result import Result
from rooted.ballots.sealed import QUESTION, RESULT, VOTE
from rooted.base.fields import random_id
from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat

HOW = ("self", "phone", "paper")
PAUSE_SECONDS = 0.02
CLOSED = gettext_lazy("This vote is closed. Nothing was changed.")
LATE_ELECTOR = gettext_lazy(
    "Who may vote was fixed when the vote began, before you joined. You can vote on the next question."
)


@transaction.atomic
def open_question(
    seat: Seat,
    asked: Asked,
    *,
    mode: str,
    today: date,
    closes_at: datetime | None = None,
    sittings: Sequence[PreparedSitting] = (),
    burns_on: date | None = None,
    again: Question | None = None,
    only: Collection[int] = (),
) -> Question:
    """Freeze words and electorate and take votes (`mode` "members") or counts of hands (`mode` "hands", `sittings`).

    `only`: the seats among whom it is, by their ids; without them all that are active vote. `burns_on`: the day
    everything about it is erased. Refuses what could not be counted.
    """
    check(asked, mode)
    if (mode == "hands") != bool(sittings):
        raise ValidationError(_("Name at least one sitting.") if mode == "hands" else _("Phones have no sittings."))
    Group.objects.select_for_update(no_key=True).filter(pk=seat.group_id).first()  # nobody joins or leaves meanwhile
    pk = random_id()
    content: dict[str, Any] = {"question": pk, "title": asked.title, "text": asked.text, "options": list(asked.options)}
    content |= {"method": asked.method, "rules": asked.rules.as_plain()}
    content["closes_at"] = closes_at.isoformat() if closes_at else ""
    question = Question.objects.create(
        pk=pk,
        group=seat.group,
        item=seat.keys.seal(QUESTION, content | {"seat": seat.pk}, burns_on),
        mode=mode,
        opened_on=today,
        closes_on=timezone.localdate(closes_at) if closes_at else None,
        burns_on=burns_on,
        again=again,
    )
    if mode == "members" and asked.how.form != DRAW:
        _freeze_electors(question, only)
    for place, sitting in enumerate(sittings, 1):
        add_sitting(question, sitting, seat=seat, asked=asked, place=place)
    return question


def _freeze_electors(question: Question, only: Collection[int]) -> None:
    wanted = set(only)  # compared here: SQLite takes few numbers at once
    seats = Seat.objects.active().filter(group=question.group_id)
    among = [seat for seat in seats if not wanted or seat.pk in wanted]
    Elector.objects.bulk_create(Elector(question=question, seat=seat) for seat in among)


def hold_open(question: Question, seat: Seat, now: datetime) -> Asked:
    """Inside a transaction: hold the question while it takes votes; returns what it asks."""
    held = Question.objects.select_for_update(no_key=True, of=("self",)).select_related("item")
    row = held.filter(pk=question.pk, closed_on=None).first()
    if row is None:
        raise ValidationError(CLOSED)
    until = closes_at(row, seat)
    if until is not None and now >= until:
        raise ValidationError(_("The time to vote is over. Nothing was changed."))
    return asked_of(row, seat)


def _hold_elector(question: Question, elector: int) -> Elector:
    rows = Elector.objects.select_for_update(no_key=True, of=("self",)).select_related("item")
    row = rows.filter(question=question, seat=elector).first()
    if row is None:
        raise ValidationError(LATE_ELECTOR)
    return row


@transaction.atomic
def cast_vote(question: Question, *, seat: Seat, choice: Any, reason: str = "", now: datetime) -> Elector:
    """Vote, or vote anew until the close: one vote an elector. It replaces what others entered for them."""
    asked = hold_open(question, seat, now)
    _check_vote(asked, choice, reason)
    elector = _hold_elector(question, seat.pk)
    vote = {"choice": choice, "reason": reason.strip(), "how": "self", "by": seat.pk, "confirmed_by": seat.pk}
    _keep(elector, seat, vote | {"before": None})
    return elector


@transaction.atomic
def enter_vote(
    question: Question, *, seat: Seat, elector: Elector, choice: Any, how: str, reason: str = "", now: datetime
) -> Elector:
    """Write down what a member said at the phone or put on paper; it counts once another member confirms it.

    Until then an earlier vote of theirs that was confirmed still counts. Who voted themselves is not entered for.
    """
    asked = hold_open(question, seat, now)
    _check_vote(asked, choice, reason)
    row = _hold_elector(question, elector.seat_id or 0)
    if how not in HOW[1:]:
        raise ValidationError(_("Say whether it came by phone or on paper."))
    if row.seat_id == seat.pk:
        raise ValidationError(_("This is your own vote: give it yourself."))
    before = read_vote(row, seat)
    if before is not None and before["how"] == "self":
        raise ValidationError(_("This member has voted on their own phone. Only they can change it."))
    vote = {"choice": choice, "reason": reason.strip(), "how": how, "by": seat.pk, "confirmed_by": 0}
    _keep(row, seat, vote | {"before": _counted(before)})
    return row


def _counted(vote: dict[str, Any] | None) -> dict[str, Any] | None:
    """Of a vote read: the part that counts now."""
    if vote is None or not vote["confirmed_by"]:
        return vote and vote["before"]
    return {name: vote[name] for name in ("choice", "reason", "how", "by", "confirmed_by")}


@transaction.atomic
def confirm_vote(question: Question, *, seat: Seat, elector: Elector, seen: Any, now: datetime) -> Elector:
    """A second member says that an entered vote is right; `seen`: the choice they saw. A second call does nothing."""
    hold_open(question, seat, now)
    row = _hold_elector(question, elector.seat_id or 0)
    vote = read_vote(row, seat)
    if vote is None or vote["choice"] != seen:
        raise ValidationError(_("This vote was changed meanwhile. Look at it again."), code="overtaken")
    if vote["confirmed_by"]:
        return row
    if vote["by"] == seat.pk:
        raise ValidationError(_("You entered this vote. Another member has to confirm it."))
    assert row.item is not None  # it was read
    seat.keys.rewrite(row.item, vote | {"confirmed_by": seat.pk, "before": None})
    return row


def _check_vote(asked: Asked, choice: Any, reason: str) -> None:
    check_choice(asked, choice)
    if isinstance(choice, str) and choice in WITH_REASON and not reason.strip():
        raise ValidationError(_("Say why, so that the others can answer it."))
    if len(reason) > LONGEST_REASON:
        raise ValidationError(_("Shorten the reason: it has room for 1,000 characters."))


def _keep(elector: Elector, seat: Seat, vote: dict[str, Any]) -> None:
    content = vote | {"elector": elector.pk}
    if elector.item is not None:
        seat.keys.rewrite(elector.item, content)
        return
    burns_on = Question.objects.values_list("burns_on", flat=True).get(pk=elector.question_id)
    elector.item = seat.keys.seal(VOTE, content, burns_on)
    elector.save(update_fields=["item"])


@transaction.atomic
def close_question(question: Question, *, seat: Seat, today: date) -> Result | None:
    """Take no more votes or figures, count once and seal what came out; None when it was closed already."""
    if not Question.objects.filter(pk=question.pk, closed_on=None).update(closed_on=today):
        return None
    row = Question.objects.select_related("item", "number").get(pk=question.pk)
    result = count_now(row, seat)
    content = {"question": row.pk, "result": result.as_plain(), "seat": seat.pk}
    item = seat.keys.seal(RESULT, content, row.burns_on)
    Question.objects.filter(pk=question.pk).update(result=item)
    _end(row)
    transaction.on_commit(checkpoint)
    return result


@transaction.atomic
def end_uncounted(question: Question, *, today: date) -> bool:
    """Take no more votes and count nothing: it is withdrawn, or asked again. False when it was closed already."""
    if not Question.objects.filter(pk=question.pk, closed_on=None).update(closed_on=today):
        return False
    _end(question)
    return True


def _end(question: Question) -> None:
    """Nothing is kept that was typed and not counted."""
    end_sittings(question)
    erase(SealedItem.objects.filter(number_of=question.pk))


@transaction.atomic
def ask_again(
    question: Question,
    asked: Asked,
    *,
    seat: Seat,
    today: date,
    closes_at: datetime | None = None,
    sittings: Sequence[PreparedSitting] = (),
    burns_on: date | None = None,
    only: Collection[int] = (),
) -> Question:
    """Put a new offer or an amended text to the same group, or the same sittings with new codes.

    An earlier question still open ends without a count. Who may vote is frozen anew, among `only`. One question is
    asked again once: the second of two who ask at the same time is told so.
    """
    row = Question.objects.select_for_update(no_key=True).filter(pk=question.pk).first()
    if row is None or row.asked_again.exists():
        raise ValidationError(_("Somebody asked this again already. Look at the newest vote."), code="overtaken")
    end_uncounted(row, today=today)
    return open_question(
        seat, asked, mode=row.mode, today=today, closes_at=closes_at, sittings=sittings, burns_on=burns_on, again=row,
        only=only,
    )  # fmt: skip


def items_of(*questions: int) -> Q:
    """Every sealed item of these questions, for SealedItem's filter."""
    return (
        Q(question__in=questions)
        | Q(result_of__in=questions)
        | Q(number_of__in=questions)
        | Q(vote_of__question__in=questions)
        | Q(sitting_count__question__in=questions)
        | Q(codes_of__question__in=questions)
        | Q(count_of__question__in=questions)
        | Q(earlier_of__question__in=questions)
    )


@transaction.atomic
def erase_question(*questions: int) -> None:
    """Erase these questions with all votes, counts and results, by their ids; a second call does nothing."""
    items = list(SealedItem.objects.filter(items_of(*questions)).values_list("pk", flat=True))
    Question.objects.filter(pk__in=questions).delete()
    if items:
        erase(SealedItem.objects.filter(pk__in=items))
        transaction.on_commit(checkpoint)


def burn_due(today: date) -> int:
    """Erase every question whose day to burn has come, one at a time; returns how many."""
    burnt = 0
    while (pk := Question.objects.filter(burns_on__lte=today).values_list("pk", flat=True).first()) is not None:
        erase_question(pk)
        burnt += 1
        time.sleep(PAUSE_SECONDS)  # let the pages write in between
    return burnt


def erase_all_of(group: UUID) -> None:
    """Erase everything this app keeps of a group, by its id."""
    erase_question(*Question.objects.filter(group=group).values_list("pk", flat=True))
