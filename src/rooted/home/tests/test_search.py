import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.groups.access import circles_of
from rooted.groups.small_circles import make_circle
from rooted.intake.actions import answer_letter, write_note
from rooted.intake.tests import make
from rooted.shelf.tests.make import on_shelf

pytestmark = pytest.mark.django_db


def at(member):
    return reverse("home:search", args=[member.group.address])


def test_letters_answers_and_notes_lead_to_their_letter(ana, bo):
    thread = make.thread(ana.group, text="They kept my deposit")
    write_note(thread, seat=bo.seat, text="same landlord kept another deposit", now=timezone.now())
    thread.refresh_from_db()
    answer_letter(thread, seat=ana.seat, text="Bring the deposit slip", seen=thread.length, now=timezone.now())
    page = ana.client.post(at(ana), {"words": "deposit"}).content.decode()
    assert page.count(reverse("intake:letter-detail", args=[ana.group.address, thread.pk])) == 3
    assert "3 places" in page


def test_nothing_of_another_group_is_found(ana, cem):
    make.thread(ana.group, text="They kept my deposit")
    assert "Nothing found" in cem.client.post(at(cem), {"words": "deposit"}).content.decode()


def test_others_cannot_search_here(ana, cem, stranger):
    assert cem.client.post(at(ana), {"words": "deposit"}).status_code == 404
    assert stranger.post(at(ana), {"words": "deposit"}).status_code == 403


def test_the_number_of_queries_does_not_grow(ana, django_assert_num_queries):
    make.thread(ana.group, text="deposit")
    ana.client.post(at(ana), {"words": "deposit"})
    for _ in range(20):
        make.thread(ana.group, text="deposit")
    with django_assert_num_queries(7):
        ana.client.post(at(ana), {"words": "deposit"})


def test_an_empty_search_says_what_to_do(ana):
    assert "Write something here." in ana.client.post(at(ana), {"words": " "}).content.decode()


def test_what_a_small_circle_keeps_is_found_by_those_inside_alone(ana, bo):
    small = make_circle(ana.seat, name="Money", seats=[])
    seat = ana.seat
    on_shelf(ana, "Where the cashbox stands", keys=circles_of(seat)[small.circle_id])
    assert "Where the cashbox stands" in ana.client.post(at(ana), {"words": "cashbox"}).content.decode()
    assert "Nothing found" in bo.client.post(at(bo), {"words": "cashbox"}).content.decode()
