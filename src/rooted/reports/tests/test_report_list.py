"""reports:report-list, what lies on the desk."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.reports.tests import make


def titles(page):
    return [row.newest.title for row in page.context["rows"]]


def test_an_empty_desk_says_how_to_begin(ana):
    html = ana.client.get(make.at("report-list", ana)).content.decode()
    assert "Nothing is on the desk yet." in html
    assert make.at("report-begin", ana) in html


def test_the_last_changed_comes_first(ana, bo):
    old = timezone.now() - timedelta(days=3)
    first = make.report(ana, now=old, title="first")
    make.report(ana, now=old + timedelta(days=1), title="second")
    make.save(first, bo, title="first again")
    assert titles(ana.client.get(make.at("report-list", ana))) == ["first again", "second"]


def test_each_says_how_far_it_is_and_what_waits(ana, bo):
    make.report(ana, title="a", sources=())
    waits, done = make.report(ana, title="b"), make.published(ana, bo, make.record(title="c"))
    make.put_forward(waits, ana)
    make.save(done, bo, title="d")
    rows = {row.newest.title: row.stage.title for row in ana.client.get(make.at("report-list", ana)).context["rows"]}
    html = ana.client.get(make.at("report-list", ana)).content.decode()
    assert rows == {"a": "Begun", "b": "Put forward", "d": "Published"}
    assert ["It waits for a second reader." in html, "It was changed since it was published." in html] == [True, True]


def test_members_of_another_group_and_strangers_see_nothing(ana, cem, stranger):
    make.report(ana)
    assert cem.client.get(make.at("report-list", ana)).status_code == 404
    assert stranger.get(make.at("report-list", ana)).status_code == 403
    assert titles(cem.client.get(make.at("report-list", cem))) == []


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, bo, count, django_assert_num_queries):
    for number in range(count):
        made = make.report(ana)
        if number % 3 == 0:
            make.release(made, ana, bo)
    with django_assert_num_queries(7):
        page = ana.client.get(make.at("report-list", ana))
    assert len(page.context["rows"]) == count


def test_fifty_one_stand_on_two_pages(ana):
    for _ in range(51):
        make.report(ana)
    assert len(ana.client.get(make.at("report-list", ana) + "?page=2").context["rows"]) == 1
