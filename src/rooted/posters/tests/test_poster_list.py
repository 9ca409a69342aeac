"""posters:poster-list, where each hangs."""

import pytest
from django.urls import reverse

from rooted.posters.actions import take_poster_down
from rooted.posters.tests import make

URL = reverse("posters:poster-list", args=["docks"])


def places(page):
    return [row.content["place"] for row in page.context["rows"]]


def test_an_empty_list_says_what_comes_next(ana):
    assert "Make one, hang it where people wait" in ana.client.get(URL).content.decode()


def test_the_one_to_renew_first_stands_on_top_and_late_ones_say_so(ana):
    make.poster(ana, days=20, place="Bus stop")
    make.poster(ana, days=3, place="Laundry")
    make.poster(ana, days=-1, place="Job centre")
    rows = ana.client.get(URL).context["rows"]
    assert [(row.content["place"], row.soon, row.late) for row in rows] == [
        ("Job centre", True, True),
        ("Laundry", True, False),
        ("Bus stop", False, False),
    ]


def test_it_says_who_wrote_it_down_and_what_hangs(ana, bo):
    make.poster(bo)
    html = ana.client.get(URL).content.decode()
    assert "Written down by Bo." in html
    assert "Ask Li." in html


def test_those_taken_down_stand_apart(ana):
    take_poster_down(make.poster(ana, place="Laundry"), today=make.today())
    make.poster(ana, place="Bus stop")
    assert places(ana.client.get(URL)) == ["Bus stop"]
    assert places(ana.client.get(URL + "?show=down")) == ["Laundry"]


def test_another_group_and_strangers_see_nothing(ana, cem, stranger):
    make.poster(ana)
    assert (cem.client.get(URL).status_code, stranger.get(URL).status_code) == (404, 403)
    assert places(cem.client.get(reverse("posters:poster-list", args=["depot"]))) == []


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for _ in range(count):
        make.poster(ana)
    with django_assert_num_queries(6):
        page = ana.client.get(URL)
    assert len(places(page)) == count


def test_the_fifty_first_stands_on_the_next_page(ana):
    for _ in range(51):
        make.poster(ana)
    assert len(places(ana.client.get(URL + "?page=2"))) == 1
