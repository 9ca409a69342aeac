"""tasks:slot-take, "I can"."""

from django.urls import reverse

from rooted.groups.actions import part
from rooted.tasks import rota
from rooted.tasks.models import Slot
from rooted.tasks.tests import make


def test_whoever_takes_a_day_has_it(ana):
    slot = make.slot(ana)
    answer = make.post(ana, "slot-take", slot.pk)
    url, place = answer.url.split("#")
    assert url == make.at("rota", ana)
    assert f'id="{place}"' in make.page(ana, "rota")
    assert make.fresh(slot).held_by_id == ana.seat.pk


def test_one_comes_back_to_the_days_one_was_looking_at(ana):
    slot = make.slot(ana)
    answer = make.post(ana, "slot-take", slot.pk, query="?only=nobody&page=2&other=x")
    assert answer.url.split("#")[0] == make.at("rota", ana) + "?only=nobody&page=2"


def test_the_second_one_is_told(ana, bo):
    slot = make.held(ana)
    page = make.post(bo, "slot-take", slot.pk).content.decode()
    assert "Someone else has this one now" in page
    assert make.fresh(slot).held_by_id == ana.seat.pk


def test_what_somebody_cannot_keep_changes_hands_in_one_step(ana, bo):
    slot = make.held(ana)
    rota.offer_slot(slot, seat=ana.seat, today=make.today())
    make.post(bo, "slot-take", slot.pk)
    kept = make.fresh(slot)
    assert (kept.held_by_id, kept.offered_on) == (bo.seat.pk, None)


def test_whoever_cannot_can_after_all(ana):
    slot = make.held(ana)
    rota.offer_slot(slot, seat=ana.seat, today=make.today())
    make.post(ana, "slot-take", slot.pk)
    kept = make.fresh(slot)
    assert (kept.held_by_id, kept.offered_on) == (ana.seat.pk, None)


def test_a_day_that_is_over_is_not_taken(ana):
    slot = make.slot(ana)
    Slot.objects.filter(pk=slot.pk).update(day=make.in_days(-1))
    make.post(ana, "slot-take", slot.pk)
    assert make.fresh(slot).held_by_id is None


def test_whoever_leaves_leaves_their_days_to_anyone(ana, bo):
    kept, given = make.held(bo), make.held(bo, kind="door")
    rota.offer_slot(given, seat=bo.seat, today=make.today())
    part(bo.seat, today=make.today())
    assert [(make.fresh(slot).held_by_id, make.fresh(slot).offered_on) for slot in (kept, given)] == [(None, None)] * 2


def test_nobody_else_can_and_looking_takes_nothing(ana, cem, stranger):
    slot = make.slot(ana)
    ana.client.get(make.at("slot-take", ana, slot.pk))
    assert make.post(cem, "slot-take", slot.pk).status_code == 404
    assert stranger.post(reverse("tasks:slot-take", args=["docks", slot.pk])).status_code == 403
    assert make.fresh(slot).held_by_id is None
