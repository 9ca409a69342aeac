"""A member who lost everything comes back to the same seat with a new key."""

from datetime import timedelta

from django.urls import reverse

from rooted.circles.models import Holder
from rooted.groups.access import seat_names
from rooted.groups.board import lines
from rooted.groups.models import Invitation, Seat
from rooted.groups.tests.make import PERSON, SPOKEN, at, invitation, member


def come_back(stranger, made):
    return stranger.post(reverse("groups:join", args=[made.pk]), {"words": SPOKEN, **PERSON, "called": "Bo"})


def test_the_page_asks_to_hear_the_voice_first(ana, bo):
    page = ana.client.get(at("groups:reseat", ana, bo.seat.pk)).content.decode()
    assert "First hear or see Bo." in page
    assert Invitation.objects.count() == 0


def test_any_member_makes_the_link_and_the_words(ana, bo):
    page = ana.client.post(at("groups:reseat", ana, bo.seat.pk)).content.decode()
    assert page.count("<li><bdi>") == 4
    assert Invitation.objects.get().seat_id == bo.seat.pk


def test_they_have_the_same_seat_a_new_key_and_read_everything(ana, bo, stranger):
    seat, holder = bo.seat.pk, bo.seat.holder_id
    assert come_back(stranger, invitation(ana, back_to=bo.seat)).url == reverse("people:recovery")
    assert Seat.objects.get(pk=seat).holder_id != holder
    assert Holder.objects.filter(pk=holder).count() == 0
    page = stranger.get(at("groups:seat-list", ana)).content.decode()
    assert ("<h2>Ana</h2>" in page, page.count("<h2>")) == (True, 2)
    assert sorted(seat_names(ana.seat).values()) == ["Ana", "Bo"]


def test_the_lost_key_opens_nothing_any_more(ana, bo, stranger):
    come_back(stranger, invitation(ana, back_to=bo.seat))
    assert bo.client.get(at("groups:seat-list", bo)).status_code == 404
    assert Seat.objects.taken().count() == 2


def test_every_member_sees_on_the_board_that_it_goes_on_and_can_end_it(ana, bo):
    made = invitation(ana, back_to=bo.seat)
    (line,) = lines(bo.seat)
    assert (line.title, line.url) == ("Bo is being let back in", at("groups:invite", bo))
    bo.client.post(at("groups:invitation-withdraw", bo, made.pk))
    assert lines(bo.seat) == []


def test_whoever_takes_another_members_place_with_their_own_link_is_seen_for_two_weeks(ana, bo, stranger):
    """One member alone can do it in a minute: the others must not depend on looking in that minute."""
    come_back(stranger, invitation(ana, back_to=bo.seat))
    seat = Seat.objects.get(back_by=ana.seat)
    (line,) = [line for line in lines(ana.seat) if line.url == at("groups:seat-list", ana)]
    assert (line.title, line.when) == ("Bo is back with a new key", seat.back_on)
    assert line.who.startswith("Ana let them in.")
    Seat.objects.filter(pk=seat.pk).update(back_on=seat.back_on - timedelta(days=15))
    assert [line for line in lines(ana.seat) if line.url == at("groups:seat-list", ana)] == []


def test_nobody_gives_their_own_seat_or_a_paused_one_or_one_elsewhere(ana, bo, cem):
    third = member(ana, "dina")
    paused = third.seat.pk
    ana.client.post(at("groups:removal-propose", ana, paused))
    for seat in (ana.seat.pk, paused, cem.seat.pk):
        assert ana.client.post(at("groups:reseat", ana, seat)).url == at("groups:seat-list", ana)
    assert Invitation.objects.count() == 0
