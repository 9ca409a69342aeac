"""What members do with tasks. What they do with the rota, with roles and the hand-over is in modules of these names.

Whatever gives a seat something holds the group first (access.hold_seat), as leaving does: nothing is left with somebody
who has just gone.
"""

import time
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.tasks.access import hold_seat
from rooted.tasks.models import Task
from rooted.tasks.sealed import TASK

DONE_DAYS = 90  # a done task is kept so long
PAUSE_SECONDS = 0.02


@transaction.atomic
def add_task(seat: Seat, text: str, due_on: date | None = None) -> Task:
    """Write down something to be done, by `due_on` or some day; nobody has it yet."""
    item = seat.keys.seal(TASK, {"text": text, "seat": seat.pk})
    return Task.objects.create(group=seat.group, item=item, due_on=due_on)


@transaction.atomic
def edit_task(task: Task, *, seat: Seat, text: str, due_on: date | None) -> None:
    """Say it in other words or for another day; who has it stays."""
    content = seat.keys.read(task.item, TASK)
    if content["text"] != text:
        seat.keys.rewrite(task.item, {**content, "text": text})
    Task.objects.filter(pk=task.pk).update(due_on=due_on)


@transaction.atomic
def take_task(task: Task, *, seat: Seat) -> None:
    """Say "I do it"; refused when somebody else has it or it is done. Whoever was asked no longer is."""
    hold_seat(seat)
    claimed = Task.objects.filter(pk=task.pk, taken_by=None, done_on=None).update(taken_by=seat, asked=None)
    if not claimed and not Task.objects.filter(pk=task.pk, taken_by=seat, done_on=None).exists():
        raise ValidationError(_("Someone else took this or did it just now."))


def release_task(task: Task) -> None:
    """Put an open task back, or say that who was asked cannot: anyone can take it; a second call does nothing."""
    Task.objects.filter(pk=task.pk, done_on=None).update(taken_by=None, asked=None)


@transaction.atomic
def ask_for_task(task: Task, *, whom: Seat, seat: Seat) -> None:
    """Ask a member to do it: they say yes by taking it. Whom one asks is a member now; oneself means taking it."""
    if whom.pk == seat.pk:
        take_task(task, seat=seat)
        return
    hold_seat(seat)
    if not Seat.objects.active().filter(pk=whom.pk, group=seat.group).exists():
        raise ValidationError(_("This member is no longer in the group. Ask somebody else."))
    if not Task.objects.filter(pk=task.pk, done_on=None).update(taken_by=None, asked=whom):
        raise ValidationError(_("This is done already. Nobody needs to be asked."))


@transaction.atomic
def finish_task(task: Task, *, today: date) -> None:
    """Say that it is done; it is erased 90 days later. A second call does nothing."""
    expires_on = today + timedelta(days=DONE_DAYS)
    if Task.objects.filter(pk=task.pk, done_on=None).update(done_on=today, expires_on=expires_on, asked=None):
        SealedItem.objects.filter(task=task.pk).update(expires_on=expires_on)


@transaction.atomic
def reopen_task(task: Task) -> None:
    """It was not done after all: it is kept again and anyone's. A second call does nothing."""
    if Task.objects.filter(pk=task.pk, done_on__isnull=False).update(done_on=None, expires_on=None, taken_by=None):
        SealedItem.objects.filter(task=task.pk).update(expires_on=None)


def erase_task(task: Task) -> None:
    """Erase a task at once; its bytes are wiped from SQLite's file."""
    erase(SealedItem.objects.filter(task=task.pk))
    transaction.on_commit(checkpoint)


def put_back_tasks(seat_id: int) -> None:
    """What somebody who left had taken on, or was asked for, is anyone's again."""
    Task.objects.filter(taken_by_id=seat_id, done_on=None).update(taken_by=None)
    Task.objects.filter(asked_id=seat_id).update(asked=None)


def erase_done_tasks(today: date) -> int:
    """Erase every done task whose day has come, a few at a time; returns how many."""
    erased = 0
    while ids := list(Task.objects.filter(expires_on__lte=today).values_list("item_id", flat=True)[:50]):
        erase(SealedItem.objects.filter(pk__in=ids, task__expires_on__lte=today))
        erased += len(ids)
        time.sleep(PAUSE_SECONDS)  # let the pages write in between
    if erased:
        transaction.on_commit(checkpoint)
    return erased
