"""What is done with a register: hanging on an entry, correcting, marking as done, burning.

Whatever hangs on an entry holds the register's row first, then the circle's: always in this order, so that on
PostgreSQL two of them wait for each other instead of locking each other out.
"""

import time
from datetime import date, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rooted.base.events import announce
from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Group, Seat
from rooted.register.chain import Link, commitment_of, day_of, head_after, new_salt
from rooted.register.decision import Decision
from rooted.register.events import BurningSet, DecisionBurnt
from rooted.register.models import Entry, EntryTask, Register
from rooted.register.sealed import DECISION
from rooted.tasks.actions import add_task

PAUSE_SECONDS = 0.02
BURN_DAYS = 3  # so long a text that burns stands on the board before its day


@transaction.atomic
def append_decision(
    seat: Seat,
    decision: Decision,
    *,
    result: str,
    day: date,
    burns_on: date | None = None,
    supersedes: Entry | None = None,
) -> Entry:
    """Hang a decision on the group's chain, in the caller's transaction; if carried, its tasks go to the board.

    `result`: one of Entry.Result. `burns_on`: the day on which text and tasks are erased. `supersedes`: the decision
    whose place this one takes if it is carried; refused where another one has taken it already.
    """
    carried = result == Entry.Result.CARRIED
    made = _append(
        seat,
        decision,
        kind=Entry.Kind.DECISION,
        result=Entry.Result(result),
        day=day,
        burns_on=burns_on,
        supersedes=supersedes if carried else None,
    )
    if carried:
        _hand_out(seat, made, decision)
    return made


@transaction.atomic
def correct_decision(entry: Entry, decision: Decision, *, seat: Seat, result: str) -> Entry:
    """Write down what `entry` should have said, as a new entry in its place; it burns on the same day.

    The first one stays readable. Nothing new goes to the board; what was done stays done. Refused once its text has
    burnt.
    """
    hold_register(seat.group)
    held = Entry.objects.select_for_update(no_key=True).filter(pk=entry.pk, burnt_on=None).first()
    if held is None:
        raise ValidationError(_("The text of this decision has burnt. What is gone cannot be corrected."))
    made = _append(
        seat,
        decision,
        kind=Entry.Kind.CORRECTION,
        result=Entry.Result(result),
        day=held.day,
        burns_on=held.burns_on,
        supersedes=held,
    )
    if held.done_on and result == Entry.Result.CARRIED and decision.review_on is None:
        mark_done(made, today=held.done_on)
    return made


def _append(
    seat: Seat,
    decision: Decision,
    *,
    kind: str,
    result: str,
    day: date,
    burns_on: date | None,
    supersedes: Entry | None,
) -> Entry:
    register = hold_register(seat.group)
    if supersedes is not None:
        _check_free(supersedes, seat.group)
    text = decision.committed | {"salt": new_salt()}
    replaces = supersedes.number if supersedes else 0
    link = Link(register.length + 1, day_of(day), kind, result, replaces, commitment_of(text))
    previous, head = bytes(register.head), head_after(bytes(register.head), link)
    made = Entry.objects.create(
        group=seat.group,
        number=link.number,
        day=day,
        kind=kind,
        result=result,
        supersedes=supersedes,
        commitment=link.commitment,
        previous=previous,
        head=head,
        item=seat.keys.seal(DECISION, text | {"origin": decision.origin, "seat": seat.pk}, burns_on),
        burns_on=burns_on,
        review_on=decision.review_on,
    )
    register.length, register.head = link.number, head
    register.save(update_fields=["length", "head"])
    return made


def hold_register(group: Group) -> Register:
    """Inside a transaction: the group's register, made when there is none yet, its row held."""
    Register.objects.get_or_create(group=group)
    return Register.objects.select_for_update(no_key=True).get(group=group)


def _check_free(superseded: Entry, group: Group) -> None:
    if superseded.group_id != group.pk:
        raise ValueError("an entry of another group")
    later = Entry.objects.filter(supersedes=superseded.pk).first()
    if later is not None:
        words = _("Number %(later)d has taken the place of number %(number)d already. Take that one.")
        raise ValidationError(words % {"later": later.number, "number": superseded.number}, code="overtaken")


def _hand_out(seat: Seat, entry: Entry, decision: Decision) -> None:
    for one in decision.tasks:
        said = _("%(task)s (%(who)s)") % {"task": one.text, "who": one.who} if one.who else one.text
        EntryTask.objects.create(entry=entry, task=add_task(seat, said, one.by))


def mark_done(entry: Entry, *, today: date) -> None:
    """Say that what was decided is done; a second call does nothing."""
    Entry.objects.filter(pk=entry.pk, done_on=None).update(done_on=today, review_on=None)


def mark_open(entry: Entry, *, review_on: date | None) -> None:
    """Say that it is not done, or not any more, and when to look at it again."""
    Entry.objects.filter(pk=entry.pk).update(done_on=None, review_on=review_on)


@transaction.atomic
def set_burning(entry: Entry, *, day: date, today: date) -> None:
    """Let the text burn on `day`, with every correction of it; a day set before only comes earlier, never later.

    Any member does it alone, so in three days at the earliest: the others see it on their boards before. A second
    call does nothing.
    """
    if day < today + timedelta(days=BURN_DAYS):
        words = _("Choose a day three days from now or later. The others see on the notice board that it burns.")
        raise ValidationError(words)
    hold_register(entry.group)
    said = _wordings_of(entry)
    rows = Entry.objects.filter(pk__in=said, burnt_on=None).filter(Q(burns_on=None) | Q(burns_on__gt=day))
    changed = list(rows.values_list("pk", flat=True))
    Entry.objects.filter(pk__in=changed).update(burns_on=day)
    SealedItem.objects.filter(entry__in=changed).update(expires_on=day)
    for pk in changed:
        announce(BurningSet(entry.group_id, pk, day))


def _wordings_of(entry: Entry) -> set[int]:
    """The ids of all entries that say the same decision: itself, what it corrects, what corrects it."""
    corrections = Entry.objects.of(entry.group_id).filter(kind=Entry.Kind.CORRECTION)
    pairs = [set(pair) for pair in corrections.values_list("pk", "supersedes")]
    said = {entry.pk}
    while more := {pk for pair in pairs if pair & said for pk in pair} - said:
        said |= more
    return said


def burn_due(today: date) -> int:
    """Erase the text and the tasks of every entry whose day has come; the row stays. Returns how many.

    One at a time, each whole or not at all. What a killed run left in SQLite's log is wiped by the next run of a day.
    """
    burnt = 0
    for pk in list(Entry.objects.burning(today).values_list("pk", flat=True)):
        burnt += burn_entry(pk, today=today)
        time.sleep(PAUSE_SECONDS)  # let the pages write in between
    if Entry.objects.filter(burnt_on=today).exists():
        transaction.on_commit(checkpoint)
    return burnt


@transaction.atomic
def burn_entry(pk: int, *, today: date) -> bool:
    """Erase one entry's text and its tasks, and announce it; False when there was nothing to burn any more."""
    entry = Entry.objects.select_for_update(no_key=True).filter(pk=pk, burnt_on=None).first()
    if entry is None:
        return False
    items = list(SealedItem.objects.filter(entry=pk).values_list("pk", flat=True))
    Entry.objects.filter(pk=pk).update(item=None, burnt_on=today)
    erase(SealedItem.objects.filter(task__from_entry__entry=pk))
    erase(SealedItem.objects.filter(pk__in=items))
    announce(DecisionBurnt(entry.group_id, pk))
    return True


def forget_group(group: UUID) -> None:
    """Erase everything this app keeps of a group, by its id."""
    Entry.objects.filter(group=group).delete()
    Register.objects.filter(group=group).delete()
