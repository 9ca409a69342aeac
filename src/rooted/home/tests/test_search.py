import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import answer_letter, write_note
from rooted.intake.tests import make

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
    with django_assert_num_queries(5):
        ana.client.post(at(ana), {"words": "deposit"})


def test_an_empty_search_says_what_to_do(ana):
    assert "Write something here." in ana.client.post(at(ana), {"words": " "}).content.decode()
