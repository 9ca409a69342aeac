"""The second voucher hears a newcomer and lets them in: only this makes the key."""

from datetime import timedelta

from django.utils import timezone

from rooted.circles.actions import new_holder
from rooted.circles.models import Holder
from rooted.groups import removals
from rooted.groups.access import seat_names
from rooted.groups.board import lines
from rooted.groups.models import Newcomer, Seat
from rooted.groups.tests.make import at, member, waiting
from rooted.groups.vouching import spoken_words

TODAY = timezone.now().date()


def vouch(who, newcomer, said=None):
    said = said or spoken_words(newcomer)
    return who.client.post(at("groups:newcomer-vouch", who, newcomer.pk), {"said": said})


def test_the_board_says_who_waits_and_who_vouched(ana, bo):
    _kim, newcomer = waiting(ana)
    (line,) = lines(bo.seat)
    assert (line.title, line.who, line.nobody) == ("Kim waits for a second voucher", "Ana vouched first.", True)
    assert line.url == at("groups:newcomer-vouch", bo, newcomer.pk)


def test_another_member_hears_the_words_and_they_open_everything(ana, bo):
    kim, newcomer = waiting(ana)
    answer = vouch(bo, newcomer, said="  " + spoken_words(newcomer).upper())
    assert answer.url == at("groups:seat-list", bo)
    page = kim.client.get(at("groups:seat-list", kim)).content.decode()
    assert [f"<h2>{name}</h2>" in page for name in ("Ana", "Bo", "Kim")] == [True, True, True]
    assert (Newcomer.objects.count(), lines(bo.seat)) == (0, [])
    assert kim.client.get(at("groups:waiting", kim)).url == kim.group.board_url


def test_the_first_voucher_is_never_the_second(ana, bo):
    kim, newcomer = waiting(ana)
    page = vouch(ana, newcomer).content.decode()
    assert "Another member has to be the second." in page
    assert kim.client.get(at("groups:seat-list", kim)).status_code == 302
    assert Seat.objects.count() == 2


def test_other_words_let_nobody_in_and_stay_in_the_page(ana, bo):
    _kim, newcomer = waiting(ana)
    page = vouch(bo, newcomer, said="four quite other words").content.decode()
    assert ("These are other words." in page, "four quite other words" in page) == (True, True)
    assert Seat.objects.count() == 2


def test_the_words_stand_on_no_page_of_a_member(ana, bo):
    _kim, newcomer = waiting(ana)
    pages = (at("groups:newcomer-vouch", bo, newcomer.pk), at("groups:seat-list", bo))
    shown = [spoken_words(newcomer) in bo.client.get(page).content.decode() for page in pages]
    assert shown == [False, False]


def test_a_key_the_first_voucher_did_not_see_is_refused(ana, bo):
    """Whoever may write to the database puts another key in the newcomer's place."""
    _kim, newcomer = waiting(ana)
    other, _secret = new_holder()
    Newcomer.objects.update(holder=other)
    newcomer.refresh_from_db()
    assert "The first voucher no longer counts." in vouch(bo, newcomer).content.decode()
    assert Seat.objects.count() == 2


def test_nobody_vouches_in_another_members_name(ana, bo):
    _kim, newcomer = waiting(ana)
    Newcomer.objects.update(vouched_by=bo.seat.pk)
    assert "The first voucher no longer counts." in vouch(ana, newcomer).content.decode()
    assert Seat.objects.count() == 2


def test_when_the_first_voucher_leaves_or_is_paused_it_no_longer_counts(ana, bo):
    third = member(bo, "dina")
    kim, newcomer = waiting(ana)
    removals.propose_removal(third.seat, newcomer.vouched_by_id, today=TODAY)
    assert "The first voucher no longer counts." in vouch(bo, newcomer).content.decode()
    removals.withdraw_removal(bo.seat, newcomer.vouched_by_id)
    ana.client.post(at("groups:seat-part", ana))
    assert (Newcomer.objects.count(), vouch(bo, newcomer).status_code) == (0, 404)
    assert kim.client.get(at("groups:waiting", kim)).status_code == 404


def test_a_change_of_keys_meanwhile_is_no_hindrance(ana, bo):
    third = member(bo, "dina")
    kim, newcomer = waiting(ana)
    third.client.post(at("groups:seat-part", third))
    removals.go_on(bo.seat)
    vouch(bo, newcomer)
    assert sorted(seat_names(kim.seat).values()) == ["Ana", "Bo", "Kim", "a former member"]


def test_after_two_weeks_nobody_waits_any_more(ana, bo):
    _kim, newcomer = waiting(ana)
    Newcomer.objects.update(expires_on=TODAY - timedelta(days=1))
    assert (vouch(bo, newcomer).status_code, lines(bo.seat)) == (404, [])


def test_a_member_who_lost_everything_needs_a_second_voucher_too(ana, bo):
    third = member(ana, "dina")
    seat, lost = third.seat.pk, third.seat.holder_id
    back, newcomer = waiting(ana, "back", back_to=third.seat)
    vouch(third, newcomer)
    assert third.seat.holder_id == lost  # nobody is the second voucher for their own seat, and the old key still opens
    vouch(bo, newcomer)
    assert (back.seat.pk, back.seat.name) == (seat, "Back")
    assert (Holder.objects.filter(pk=lost).count(), Seat.objects.count()) == (0, 3)
    assert third.client.get(at("groups:seat-list", third)).status_code == 404
    assert Seat.objects.get(pk=seat).back_on == TODAY


def test_of_two_who_vouch_at_once_one_does_it(ana, bo):
    third = member(ana, "dina")
    kim, newcomer = waiting(ana)
    assert [vouch(who, newcomer).status_code for who in (bo, third)] == [302, 404]
    assert (Seat.objects.count(), kim.seat.name) == (4, "Kim")
