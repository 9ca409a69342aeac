"""tasks:slot-offer, "I cannot: who takes it?"."""

from rooted.tasks import rota
from rooted.tasks.models import Slot
from rooted.tasks.tests import make


def test_it_stays_theirs_until_somebody_takes_it(ana, bo):
    slot = make.held(ana)
    make.post(ana, "slot-offer", slot.pk)
    kept = make.fresh(slot)
    assert (kept.held_by_id, kept.offered_on) == (ana.seat.pk, make.today())
    assert "<strong>Ana cannot. Who takes it?</strong>" in make.page(bo, "rota")
    assert "You cannot. It stays yours until somebody takes it." in make.page(ana, "rota")


def test_only_its_holder_offers_it(ana, bo):
    slot = make.held(ana)
    page = make.post(bo, "slot-offer", slot.pk).content.decode()
    assert "This one is not yours any more" in page
    assert make.fresh(slot).offered_on is None


def test_after_it_was_taken_the_former_holder_is_told(ana, bo):
    slot = make.held(ana)
    rota.offer_slot(slot, seat=ana.seat, today=make.today())
    rota.take_slot(slot, seat=bo.seat, today=make.today())
    assert make.post(ana, "slot-offer", slot.pk).status_code == 200
    assert make.fresh(slot).offered_on is None


def test_a_day_that_is_over_is_not_offered(ana):
    slot = make.held(ana)
    Slot.objects.filter(pk=slot.pk).update(day=make.in_days(-1))
    assert make.post(ana, "slot-offer", slot.pk).status_code == 200


def test_others_offer_nothing(ana, cem):
    slot = make.held(ana)
    assert make.post(cem, "slot-offer", slot.pk).status_code == 404
    assert make.fresh(slot).offered_on is None
