"""nudges:calendar, what a telephone's calendar asks for."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from rooted.groups.actions import part
from rooted.nudges.actions import go_on, make_feed
from rooted.nudges.tests.make import due_in


@pytest.fixture
def url(ana):
    return reverse("nudges:calendar", args=[make_feed(ana.seat, language="en")])


def events(response):
    return Calendar.from_ical(response.content).walk("VEVENT")


def test_it_shows_the_days_and_nothing_else(ana, cem, stranger, url):
    for member, days in ((ana, 3), (ana, 3), (ana, 9), (ana, -2), (cem, 5)):
        due_in(member, days)
    response = stranger.get(url)
    today = timezone.localdate()
    assert [(event["dtstart"].dt - today, str(event["summary"])) for event in events(response)] == [
        (timedelta(days=3), "Something is due"),
        (timedelta(days=9), "Something is due"),
    ]
    words = response.content.decode()
    assert not any(word in words for word in ("Docks", "docks", "Laundry", "Rooted", str(ana.group.pk), "testserver"))


def test_nothing_due_is_an_empty_calendar(stranger, url):
    response = stranger.get(url)
    assert (response["Content-Type"], events(response)) == ("text/calendar; charset=utf-8", [])
    assert response["Cache-Control"].split(", ").count("no-store") == 1


def test_what_has_not_changed_is_not_sent_again(ana, stranger, url):
    due_in(ana, 3)
    tag = stranger.get(url)["ETag"]
    assert stranger.get(url, headers={"If-None-Match": tag}).status_code == 304
    due_in(ana, 4)
    assert stranger.get(url, headers={"If-None-Match": tag}).status_code == 200


def test_a_day_keeps_its_name_in_one_feed_and_has_another_in_the_next(ana, bo, stranger, url):
    due_in(ana, 3)
    other = reverse("nudges:calendar", args=[make_feed(bo.seat, language="en")])
    names = [str(events(stranger.get(one))[0]["uid"]) for one in (url, url, other)]
    assert (names[0] == names[1], names[0] == names[2]) == (True, False)


@pytest.mark.parametrize("address", ["x", "A" * 43, "-" * 500, "0", "well-formed-but-of-nobody-" + "B" * 17])
def test_a_wrong_address_is_not_there(ana, stranger, url, address):
    assert stranger.get(reverse("nudges:calendar", args=[address])).status_code == 404


def test_wrong_and_right_addresses_ask_the_database_for_the_same(ana, stranger, url, django_assert_num_queries):
    with django_assert_num_queries(2):  # the feed; the group, which is nobody's
        stranger.get(reverse("nudges:calendar", args=["A" * 43]))


def test_after_somebody_left_it_rests_until_its_member_says_go_on(ana, bo, stranger, url):
    theirs = reverse("nudges:calendar", args=[make_feed(bo.seat, language="en")])
    part(bo.seat, today=timezone.localdate())
    before = [stranger.get(one).status_code for one in (url, theirs)]
    go_on(ana.seat)
    assert (before, [stranger.get(one).status_code for one in (url, theirs)]) == ([404, 404], [200, 404])


def test_it_speaks_the_language_it_was_made_in(ana, stranger):
    due_in(ana, 1)
    address = make_feed(ana.seat, language="ar")
    (event,) = events(stranger.get(reverse("nudges:calendar", args=[address]), headers={"Accept-Language": "en"}))
    assert str(event["summary"])
