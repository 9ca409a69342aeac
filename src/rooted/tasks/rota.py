"""Duties and their slots: on which days, and what members do with them.

A slot is made once for each day of a duty (the database allows no second) and is held by one seat at most. It changes
hands in one step: who takes it gets it from whoever could not, so that it is never lost in between.
"""

import time
from collections.abc import Iterator
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.tasks.access import hold_seat
from rooted.tasks.models import Duty, Slot
from rooted.tasks.sealed import DUTY

AHEAD_DAYS = 56  # slots exist for eight weeks
KEPT_DAYS = 60  # and so long after their day
PAUSE_SECONDS = 0.02


def bits_of(weekdays: list[int]) -> int:
    """[0, 2] (Monday, Wednesday) as seven bits, Monday the lowest: 5."""
    return sum(1 << weekday for weekday in set(weekdays))


def weekdays_in(bits: int) -> list[int]:
    """The same back: 5 as [0, 2]."""
    return [weekday for weekday in range(7) if bits >> weekday & 1]


def falls_on(duty: Duty, day: date) -> bool:
    """Whether `duty` has a slot on `day`: the weekday fits, and the week, counted from that of `starts_on`."""
    if day < duty.starts_on or not duty.weekdays >> day.weekday() & 1:
        return False
    return (_monday(day) - _monday(duty.starts_on)).days // 7 % duty.every_weeks == 0


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def days_of(duty: Duty, first: date) -> Iterator[date]:
    """The days of `duty` in the eight weeks from `first`."""
    days = (first + timedelta(days=number) for number in range(AHEAD_DAYS))
    return (day for day in days if falls_on(duty, day))


@transaction.atomic
def add_duty(
    seat: Seat, *, kind: str, name: str, hour: str, weekdays: list[int], every_weeks: int, starts_on: date, today: date
) -> Duty:
    """Write a duty down and make its slots, which nobody has yet. `weekdays`: 0 is Monday."""
    item = seat.keys.seal(DUTY, {"kind": kind, "name": name, "hour": hour, "seat": seat.pk})
    bits = bits_of(weekdays)
    duty = Duty.objects.create(group=seat.group, item=item, weekdays=bits, every_weeks=every_weeks, starts_on=starts_on)
    make_slots(duty, today=today)
    return duty


@transaction.atomic
def edit_duty(
    duty: Duty,
    *,
    seat: Seat,
    kind: str,
    name: str,
    hour: str,
    weekdays: list[int],
    every_weeks: int,
    starts_on: date,
    today: date,
) -> None:
    """Change a duty. Days to come that no longer fit vanish, whoever had them; the others stay with who has them."""
    duty = Duty.objects.select_for_update(no_key=True).select_related("item").get(pk=duty.pk)
    content = seat.keys.read(duty.item, DUTY)
    seat.keys.rewrite(duty.item, {**content, "kind": kind, "name": name, "hour": hour})
    duty.weekdays, duty.every_weeks, duty.starts_on = bits_of(weekdays), every_weeks, starts_on
    duty.save(update_fields=["weekdays", "every_weeks", "starts_on"])
    coming = Slot.objects.filter(duty=duty, day__gte=today)
    wrong = [slot.pk for slot in coming if not falls_on(duty, slot.day)]
    coming.filter(pk__in=wrong).delete()
    make_slots(duty, today=today)


@transaction.atomic
def make_slots(duty: Duty, *, today: date) -> int:
    """Make the slots of the coming eight weeks that are not there yet; returns how many. Twice does no harm."""
    held = Duty.objects.select_for_update(no_key=True).filter(pk=duty.pk).first()
    if held is None:
        return 0
    there = set(Slot.objects.filter(duty=held, day__gte=today).values_list("day", flat=True))
    missing = [Slot(duty=held, day=day) for day in days_of(held, today) if day not in there]
    Slot.objects.bulk_create(missing, ignore_conflicts=True)
    return len(missing)


def make_all_slots(today: date) -> None:
    """The same for every duty of every group, one by one."""
    for duty in list(Duty.objects.only("pk")):
        if make_slots(duty, today=today):
            time.sleep(PAUSE_SECONDS)  # let the pages write in between


def erase_duty(duty: Duty) -> None:
    """Erase a duty with all its slots at once."""
    erase(SealedItem.objects.filter(duty=duty.pk))
    transaction.on_commit(checkpoint)


def erase_old_slots(today: date) -> int:
    """Erase the slots whose day is 60 days gone; returns how many."""
    return Slot.objects.filter(day__lte=today - timedelta(days=KEPT_DAYS)).delete()[0]


@transaction.atomic
def take_slot(slot: Slot, *, seat: Seat, today: date) -> None:
    """Say "I can": the slot is this seat's if nobody has it or its holder cannot; refused otherwise.

    Whoever had it has it no longer in the same moment. Taking one's own again takes "I cannot" back.
    """
    hold_seat(seat)
    rows = Slot.objects.filter(pk=slot.pk, day__gte=today)
    claimed = rows.free().update(held_by=seat, offered_on=None)
    if not claimed and not rows.filter(held_by=seat).exists():
        raise ValidationError(_("Someone else has this one now, or its day is over. It was not changed."))


def offer_slot(slot: Slot, *, seat: Seat, today: date) -> None:
    """Say "I cannot": the slot stays this seat's until somebody takes it. Refused to whoever does not hold it."""
    offered = Slot.objects.filter(pk=slot.pk, held_by=seat, day__gte=today).update(offered_on=today)
    if not offered:
        raise ValidationError(_("This one is not yours any more, or its day is over. Nobody waits for you."))


@transaction.atomic
def take_duty(duty: Duty, *, seat: Seat, today: date) -> int:
    """Take every slot to come that nobody has; returns how many. Those that somebody cannot keep are not among them."""
    hold_seat(seat)
    return Slot.objects.filter(duty=duty, day__gte=today, held_by=None).update(held_by=seat)


def put_back_slots(seat_id: int) -> None:
    """What somebody who left had on the rota is nobody's, days gone by among it."""
    Slot.objects.filter(held_by_id=seat_id).update(held_by=None, offered_on=None)
