"""intake:letter-list, the one inbox of a group."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import close_thread, take_thread
from rooted.intake.tests import make

URL = reverse("intake:letter-list", args=["docks"])


def topics(page):
    return [row.topic for row in page.context["rows"]]


def test_an_empty_inbox_says_what_comes_next(ana):
    html = ana.client.get(reverse("intake:letter-list", args=["docks"])).content.decode()
    assert "No letters now." in html
    assert "See what a stranger sees" in html


def test_each_letter_says_what_about_who_has_it_when_and_in_which_language(ana, bo):
    now = timezone.now() - timedelta(hours=7, minutes=30)
    thread = make.thread(ana.group, brings="work", language="ar", now=now)
    take_thread(thread, seat=bo.seat)
    (row,) = ana.client.get(URL).context["rows"]
    assert (row.topic, row.who, row.clock) == ("A letter about a workplace", "Bo has it.", "40 hours left of 48")
    assert row.came == f"It came on {now:%a} {now.day} {now:%b} at {now:%H:%M}. The page was in: Arabic."


def test_those_without_an_answer_come_first(ana):
    make.answered(ana, brings="join")
    make.thread(ana.group, brings="news")
    page = ana.client.get(URL)
    assert topics(page) == [
        "A letter with news of a struggle",
        "A letter from someone who wants to join a group",
    ]
    assert [row.clock for row in page.context["rows"]] == ["47 hours left of 48", ""]


def test_closed_letters_stand_apart(ana):
    close_thread(make.thread(ana.group, brings="news"), today=timezone.now().date())
    make.thread(ana.group, brings="work")
    assert topics(ana.client.get(URL)) == ["A letter about a workplace"]
    assert topics(ana.client.get(URL + "?show=closed")) == ["A letter with news of a struggle"]


def test_members_of_another_group_and_strangers_see_nothing(ana, cem, stranger):
    make.thread(ana.group)
    assert cem.client.get(URL).status_code == 404
    assert stranger.get(URL).status_code == 403


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for _ in range(count):
        make.thread(ana.group)
    with django_assert_num_queries(7):
        page = ana.client.get(URL)
    assert len(page.context["rows"]) == count


def test_the_fifty_first_letter_stands_on_the_next_page(ana):
    for _ in range(51):
        make.thread(ana.group)
    assert len(ana.client.get(URL + "?page=2").context["rows"]) == 1
    assert "?page=2" in ana.client.get(URL).content.decode()
