"""notes:announcement-list, what all members were told."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.notes.actions import count_readings, mark_as_read, withdraw_announcement
from rooted.notes.tests import make


def titles(page):
    return [row.content["title"] for row in page.context["rows"]]


def test_an_empty_list_says_what_it_is_for(ana):
    html = ana.client.get(make.at("announcement-list", ana)).content.decode()
    assert "Nothing was announced yet." in html
    assert make.at("announcement-write", ana) in html


def test_the_newest_comes_first_by_day_and_by_hour(ana, bo):
    noon = timezone.now().replace(hour=12)
    make.announcement(ana, "yesterday", now=noon - timedelta(days=1))
    for hours in (2, 0, 1):
        make.announcement(bo, f"{hours} before noon", now=noon - timedelta(hours=hours))
    page = ana.client.get(make.at("announcement-list", ana))
    assert titles(page) == ["0 before noon", "1 before noon", "2 before noon", "yesterday"]


def test_each_says_by_whom(ana, bo):
    make.announcement(bo, text="Bring **two** <b>gloves</b>")
    rows = [ana.client.get(make.at("announcement-list", ana)), bo.client.get(make.at("announcement-list", ana))]
    assert ["Bo announced this." in rows[0].content.decode(), "You announced this." in rows[1].content.decode()] == [
        True,
        True,
    ]
    assert "Bring two &lt;b&gt;gloves&lt;/b&gt;" in rows[0].content.decode()


def test_a_withdrawn_one_leaves_a_line_that_says_who(ana, bo):
    made = make.announcement(ana, "Secret words")
    withdraw_announcement(made, seat=bo.seat, seen=0, now=timezone.now())
    html = ana.client.get(make.at("announcement-list", ana)).content.decode()
    assert "Ana announced something. Bo withdrew it." in html
    assert "Secret words" not in html


def test_members_of_another_group_and_strangers_see_nothing(ana, cem, stranger):
    make.announcement(ana)
    assert cem.client.get(make.at("announcement-list", ana)).status_code == 404
    assert stranger.get(make.at("announcement-list", ana)).status_code == 403


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, bo, count, django_assert_num_queries):
    count_readings(ana.group, today=timezone.now().date())
    for number in range(count):
        made = make.announcement(ana)
        if number % 2:
            mark_as_read(made, seat=bo.seat, seen=0)
    with django_assert_num_queries(9):
        page = bo.client.get(make.at("announcement-list", bo))
    assert len(page.context["rows"]) == count


def test_fifty_one_stand_on_two_pages(ana):
    for _ in range(51):
        make.announcement(ana)
    first, second = (ana.client.get(make.at("announcement-list", ana) + f"?page={number}") for number in (1, 2))
    assert (len(first.context["rows"]), len(second.context["rows"])) == (50, 1)
    assert "?page=2" in first.content.decode()
