"""The gate before a group's letters: form age, trap, promise, and what is told to strangers."""

import time
from datetime import timedelta

import pytest
from django.test import override_settings
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from rooted.intake import flood
from rooted.intake.models import Inbox, Thread
from rooted.intake.receipts import new_token
from rooted.intake.tests import make

URL = reverse("intake:letter", args=["docks"])
TOKEN = "t" * 43


def page(stranger, group, **fields):
    html = stranger.get(URL).content.decode()
    return make.FILLED | {name: make.hidden(html, name) for name in ("token", "stamp", "language")} | fields


@override_settings(LETTER_SECONDS=3)
def test_a_page_sent_at_once_comes_back_whole_and_goes_through_later(ana, stranger, monkeypatch):
    posted = page(stranger, ana.group)
    early = stranger.post(URL, posted)
    assert "Press send once more." in early.content.decode()
    assert early.context["form"]["text"].value() == make.TEXT
    assert Thread.objects.count() == 0
    later = time.time() + 3
    monkeypatch.setattr("rooted.intake.forms.time.time", lambda: later)
    again = posted | {name: make.hidden(early.content.decode(), name, URL) for name in ("token", "stamp")}
    assert len(make.words_in(stranger.post(URL, again).content.decode()).split()) == 5
    assert again["token"] == posted["token"]


@override_settings(LETTER_SECONDS=3)
@pytest.mark.parametrize("stamp", ["", "1.00", "0", "9" * 80, "1²." + "a" * 32, flood.new_stamp("another", now=1)])
def test_a_page_without_our_stamp_gets_one(ana, stranger, stamp):
    answer = stranger.post(URL, page(stranger, ana.group) | {"stamp": stamp})
    html = answer.content.decode()
    assert flood.is_ours(make.hidden(html, "stamp", URL), make.hidden(html, "token", URL))
    assert Thread.objects.count() == 0


def test_a_filled_trap_comes_back_empty_and_the_second_try_arrives(ana, stranger):
    posted = page(stranger, ana.group)
    trapped = stranger.post(URL, posted | {"website": "http://cheap.example"})
    assert "Press send once more." in trapped.content.decode()
    assert "cheap.example" not in trapped.content.decode()
    assert Thread.objects.count() == 0
    stranger.post(URL, posted)
    assert Thread.objects.count() == 1


@given(st.text(max_size=60), st.integers(min_value=0, max_value=2**40))
def test_only_our_own_stamps_are_ours(text, second):
    real = flood.new_stamp(TOKEN, now=second)
    assert flood.is_ours(real, TOKEN)
    assert not flood.is_ours(real, new_token())
    assert flood.is_ours(text, TOKEN) is (text == real)


def late(group, count, days):
    for _ in range(count):
        thread = make.thread(group, now=timezone.now() - timedelta(days=days))
        day = timezone.now().date() - timedelta(days=days)
        type(thread.messages.get().item).objects.filter(message__thread=thread).update(day=day)


@pytest.mark.parametrize(("count", "days", "behind"), [(1, 9, False), (2, 9, True), (2, 3, True), (9, 2, False)])
def test_behind_means_two_letters_late_by_whole_days(ana, count, days, behind):
    late(ana.group, count, days)
    assert flood.is_behind(ana.group, today=timezone.now().date()) is behind


def test_a_group_that_is_behind_says_so_and_names_other_ways(ana, stranger):
    type(ana.group).objects.update(phone="01632 960 011")
    receipt = make.drop(stranger, ana.group).receipt
    late(ana.group, 2, 9)
    pages = [stranger.get(URL), stranger.get(ana.group.get_absolute_url()), make.come_back(stranger, receipt)]
    assert ["We are behind now" in page.content.decode() for page in pages] == [True] * 3
    assert ["01632 960 011" in page.content.decode() for page in pages] == [True] * 3


def test_held_answered_closed_and_freshly_released_letters_are_not_late(ana):
    late(ana.group, 2, 9)
    today = timezone.now().date()
    for change in (
        {"held_on": today},
        {"held_on": None, "closed_on": today},
        {"closed_on": None, "released_on": today},
    ):
        Thread.objects.update(**change)
        assert not flood.is_behind(ana.group, today=today)


def test_above_the_number_letters_are_held_one_by_one(ana):
    Inbox.objects.create(group=ana.group, holds_above=2)
    assert [make.thread(ana.group).held_on is not None for _ in range(4)] == [False, False, True, True]


def test_what_a_stranger_meets_stores_nothing(ana, stranger):
    stranger.get(URL)
    assert Inbox.objects.count() == 0
