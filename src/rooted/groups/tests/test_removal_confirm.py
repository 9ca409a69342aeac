"""Confirming a removal: another member, for good."""

import pytest

from conftest import join
from rooted.circles.models import CircleKey, CircleWrap, Holder
from rooted.groups.access import seat_names
from rooted.groups.models import Seat
from rooted.groups.tests.make import at, member


@pytest.fixture
def proposed(ana, bo):
    third = member(ana, "dina")
    third.seat_id = third.seat.pk
    third.holder_id = third.seat.holder_id
    ana.client.post(at("groups:removal-propose", ana, third.seat_id))
    return third


def test_whoever_proposed_it_cannot_confirm_it(ana, proposed):
    page = ana.client.post(at("groups:removal-confirm", ana, proposed.seat_id)).content.decode()
    assert "Another member has to confirm it." in page
    assert Seat.objects.get(pk=proposed.seat_id).left_on is None


def test_the_removed_cannot_decide_about_it(proposed):
    assert proposed.client.post(at("groups:removal-confirm", proposed, proposed.seat_id)).status_code == 404
    assert proposed.client.post(at("groups:removal-withdraw", proposed, proposed.seat_id)).status_code == 404


def test_another_member_confirms_and_every_key_is_new(ana, bo, proposed):
    answer = bo.client.post(at("groups:removal-confirm", bo, proposed.seat_id))
    assert answer.url == at("groups:rotation", bo)
    assert Holder.objects.filter(pk=proposed.holder_id).count() == 0
    assert (CircleKey.objects.get().epoch, CircleWrap.objects.count()) == (2, 2)
    assert seat_names(ana.seat)[proposed.seat_id] == "a former member"
    assert sorted(seat_names(bo.seat).values()) == ["Ana", "Bo", "a former member"]


def test_the_removed_is_denied_at_once_in_an_open_session(bo, proposed):
    bo.client.post(at("groups:removal-confirm", bo, proposed.seat_id))
    pages = ["group-edit", "invite", "seat-list", "seat-rename", "seat-part", "rotation"]
    assert {proposed.client.get(at(f"groups:{name}", proposed)).status_code for name in pages} == {404}
    assert bo.group.board_url not in proposed.client.get(at("groups:group", proposed)).content.decode()


def test_the_page_says_that_old_copies_stay_open(bo, proposed):
    page = bo.client.get(at("groups:removal-confirm", bo, proposed.seat_id)).content.decode()
    assert "Old copies stay open to someone who kept the old key and an old copy of the database." in page


def test_a_removed_member_can_be_invited_again(ana, bo, proposed):
    bo.client.post(at("groups:removal-confirm", bo, proposed.seat_id))
    join(proposed, ana)
    assert proposed.client.get(at("groups:seat-list", ana)).status_code == 200
    assert Seat.objects.taken().count() == 3
