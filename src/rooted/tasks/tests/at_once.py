"""Several people doing things to one task or one day of the rota at the same moment, in threads of their own.

Run as a program by test_at_once.py, on a database file of its own; prints JSON.
"""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()


from conftest import CHEAP_KIB, found, join, newcomer
from rooted.base import seal
from rooted.base.tests import migrated
from rooted.base.tests.at_once import at_once
from rooted.groups.actions import part
from rooted.tasks import actions, rota
from rooted.tasks.models import Duty, Slot, Task
from rooted.tasks.tests import make


def taking(slot, member):
    seat = member.seat
    return lambda: rota.take_slot(slot, seat=seat, today=make.today())


def task_taken(ana, bo):
    """Both take one task: how many have it by their own page."""
    task = make.task(ana)
    seats = [ana.seat, bo.seat]
    return at_once(*[lambda seat=seat: actions.take_task(task, seat=seat) for seat in seats])


def offered_slot_taken(ana, bo, eva):
    """Ana cannot; bo and eva take her day: (how many were told it is theirs, whether it is one of theirs)."""
    slot = make.held(ana)
    rota.offer_slot(slot, seat=ana.seat, today=make.today())
    told = at_once(taking(slot, bo), taking(slot, eva))
    kept = make.fresh(slot)
    return told, kept.held_by_id in {bo.seat.pk, eva.seat.pk}, kept.offered_on is None


def slots_made(ana):
    """Four workers make the slots of one duty: how many there are."""
    duty = make.duty(ana)
    Slot.objects.filter(duty=duty, day__gt=make.in_days(10)).delete()
    at_once(*[lambda: rota.make_slots(duty, today=make.today())] * 4)
    return Slot.objects.filter(duty=duty).count()


def left_while_taking(ana, name):
    """Somebody takes a task and a day on one phone while leaving on the other: what they still have."""
    leaver = join(newcomer(name), ana)
    slot, task = make.slot(ana), make.task(ana)
    one, other = leaver.seat, leaver.seat

    def take():
        rota.take_slot(slot, seat=one, today=make.today())
        actions.take_task(task, seat=one)

    at_once(take, lambda: part(other, today=make.today()))
    had = {"held_by": one.pk}, {"taken_by": one.pk}
    left = Slot.objects.filter(**had[0]).count() + Task.objects.filter(**had[1]).count()
    Duty.objects.all().delete()
    return left


def race(rounds):
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    bo, eva = (join(newcomer(name), ana) for name in ("bo", "eva"))
    return {
        "task": [task_taken(ana, bo) for _ in range(rounds)],
        "slot": [offered_slot_taken(ana, bo, eva) for _ in range(rounds)],
        "made": [slots_made(ana) for _ in range(rounds)],
        "left": [left_while_taking(ana, f"leaver{number}") for number in range(rounds)],
    }


if __name__ == "__main__":
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    print(json.dumps(race(int(sys.argv[1]))))
