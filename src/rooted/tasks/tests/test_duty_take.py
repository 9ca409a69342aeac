"""tasks:duty-take, every day that nobody has."""

from rooted.tasks import rota
from rooted.tasks.models import Slot
from rooted.tasks.tests import make


def test_it_takes_what_nobody_has_and_nothing_else(ana, bo):
    kept, given = make.held(bo, days=1), None
    given = Slot.objects.get(duty=kept.duty, day=make.in_days(2))
    rota.take_slot(given, seat=bo.seat, today=make.today())
    rota.offer_slot(given, seat=bo.seat, today=make.today())
    make.post(ana, "duty-take", kept.duty_id)
    assert Slot.objects.filter(held_by=ana.seat).count() == 54
    assert [make.fresh(slot).held_by_id for slot in (kept, given)] == [bo.seat.pk] * 2


def test_looking_takes_nothing_and_others_cannot(ana, cem):
    duty = make.duty(ana)
    ana.client.get(make.at("duty-take", ana, duty.pk))
    assert make.post(cem, "duty-take", duty.pk).status_code == 404
    assert Slot.objects.exclude(held_by=None).count() == 0
