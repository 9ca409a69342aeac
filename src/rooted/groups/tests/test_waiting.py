"""What a newcomer sees who waits for a second voucher."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.circles.models import CircleWrap
from rooted.groups.models import Newcomer, Seat
from rooted.groups.tests.make import PERSON, SPOKEN, at, invitation, waiting
from rooted.groups.vouching import ask_for_two, spoken_words


def test_a_newcomer_makes_an_account_and_comes_past_the_code_to_the_waiting_page(ana, bo, stranger):
    ask_for_two(ana.seat, today=timezone.now().date())
    join = reverse("groups:join", args=[invitation(ana).pk])
    assert "a second member has to hear you" in stranger.post(join, {"words": SPOKEN}).content.decode()
    answer = stranger.post(join, {"words": SPOKEN, **PERSON, "called": "Kim"})
    assert answer.url == reverse("people:recovery")
    answer = stranger.get("/home/", follow=True)
    assert answer.redirect_chain[-1][0] == at("groups:waiting", ana)
    page = answer.content.decode()
    assert "You wait to come in to Docks" in page
    for word in spoken_words(Newcomer.objects.get()).split():
        assert f"<bdi>{word}</bdi>" in page


def test_they_have_no_key_at_all_and_see_no_member(ana, bo):
    kim, newcomer = waiting(ana)
    assert CircleWrap.objects.filter(holder=newcomer.holder).count() == 0
    assert Seat.objects.count() == 2
    for name in ("seat-list", "group-edit", "invite", "circle-list"):
        answer = kim.client.get(at(f"groups:{name}", kim))
        assert (answer.status_code, answer.url) == (302, at("groups:waiting", kim))
    page = kim.client.get(at("groups:waiting", kim)).content.decode()
    assert [name in page for name in ("Ana", ">Bo<")] == [False, False]


def test_for_everyone_else_the_page_is_absent(ana, bo, cem, stranger, locked):
    waiting(ana)
    page = at("groups:waiting", ana)
    assert [client.get(page).status_code for client in (cem.client, stranger, locked)] == [404, 403, 403]
    assert ana.client.get(page).url == ana.group.board_url


def test_after_two_weeks_it_says_that_it_ended(ana, bo):
    kim, _newcomer = waiting(ana)
    Newcomer.objects.update(expires_on=timezone.now().date() - timedelta(days=1))
    assert "Ask for a new invitation." in kim.client.get(at("groups:waiting", kim)).content.decode()


def test_a_second_invitation_takes_the_place_of_the_first(ana, bo):
    kim, first = waiting(ana)
    made = invitation(bo)
    kim.client.post(reverse("groups:join", args=[made.pk]), {"words": SPOKEN, "called": "Kim"})
    newcomer = Newcomer.objects.get()
    assert (newcomer.pk != first.pk, newcomer.vouched_by_id) == (True, bo.seat.pk)


def test_the_waiting_of_one_does_not_open_another_group(ana, bo, cem):
    kim, _newcomer = waiting(ana)
    assert kim.client.get(at("groups:seat-list", cem)).status_code == 404
