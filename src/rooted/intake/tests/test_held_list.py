"""intake:held-list, letters that came in a flood."""

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake import board
from rooted.intake.models import Inbox, Thread
from rooted.intake.tests import make

URL = reverse("intake:held-list", args=["docks"])


def flood(group, count, above=2):
    Inbox.objects.get_or_create(group=group, defaults={"holds_above": above})
    return [make.thread(group, text=f"Letter {number}") for number in range(count)]


def test_above_the_number_letters_land_apart_and_leave_list_and_board_alone(ana):
    flood(ana.group, 5)
    page = ana.client.get(reverse("intake:held-list", args=["docks"]))
    listed = ana.client.get(reverse("intake:letter-list", args=["docks"])).context["rows"]
    assert (len(page.context["rows"]), len(listed), len(board.lines(ana.seat))) == (3, 2, 2)
    assert [(part.name, part.count) for part in board.parts(ana.seat)] == [("Letters", 2), ("Letters held back", 3)]


def test_the_stranger_is_told_and_the_words_work(ana, stranger):
    flood(ana.group, 2)
    page = make.drop(stranger, ana.group)
    assert "A member looks at each one first." in page.response.content.decode()
    assert make.TEXT in make.come_back(stranger, page.receipt).content.decode()


def test_a_further_letter_in_an_older_thread_is_never_held(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    flood(ana.group, 3)
    make.write_more(stranger, receipt, "Please")
    assert Thread.objects.get(length=2).held_on is None


def test_an_answered_letter_is_held_no_longer(ana):
    thread = flood(ana.group, 3)[2]
    make.answer_letter(thread, seat=ana.seat, text="Yes", seen=1, now=timezone.now())
    assert Thread.objects.get(pk=thread.pk).held_on is None


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    flood(ana.group, count, above=1)
    with django_assert_num_queries(7):
        page = ana.client.get(URL)
    assert len(page.context["rows"]) == count - 1


def test_an_empty_list_says_what_it_is_for(ana):
    assert "None now." in ana.client.get(URL).content.decode()


def test_nobody_else_can(ana, cem, stranger):
    assert (cem.client.get(URL).status_code, stranger.get(URL).status_code) == (404, 403)
