"""areas:area, the page a group keeps for itself."""

from datetime import date

import pytest

from rooted.areas.bounds import Bounds
from rooted.areas.models import Piece
from rooted.areas.tests import make
from rooted.records.record import Place


def page(member, query=""):
    return member.client.get(make.at("area", member) + query)


def test_an_empty_page_says_how_to_begin(ana):
    html = page(ana).content.decode()
    assert "Say which towns, countries or regions are yours" in html
    assert make.at("area-choose", ana) in html


def test_it_shows_struggles_nearby_with_what_the_group_writes(ana, bo):
    make.lorries(ana.group, outcome="won")
    make.bounds(ana, make.TRANSPORT)
    make.text(bo, "Only **nights** went out.")
    html = page(ana).content.decode()
    assert "Lorries stand still 1" in html
    assert "Only <strong>nights</strong> went out." in html
    assert "Written by Bo on" in html
    assert '<th scope="row"><a href="/struggles/?country=GB&amp;form=strike&amp;short=1"><bdi>Strike</bdi></a>' in html


def test_the_list_goes_on_over_the_page(ana):
    for number in range(21):
        make.lorries(ana.group, number)
    make.bounds(ana, make.TRANSPORT)
    assert len(page(ana).context["struggles"]) == 20
    assert len(page(ana, "?page=2").context["struggles"]) == 1


def test_years_are_drawn_and_stand_in_a_table(ana):
    for year in (1999, 2001, 2001):
        make.lorries(ana.group, year, started_on=date(year, 5, 1))
    make.bounds(ana, make.TRANSPORT)
    shown = page(ana)
    assert "<title>2001: 2</title>" in shown.content.decode()
    assert [(line.words, line.count) for line in shown.context["years"]] == [("2001", 2), ("1999", 1)]


def test_what_cannot_be_placed_is_said(ana):
    make.lorries(ana.group, places=(Place("country", "GB"),))
    make.bounds(ana, make.around_leeds())
    html = page(ana).content.decode()
    assert "The chronicle knows none here yet." in html
    assert "1 more, in the same country, names no town that we can find." in html


def test_a_branch_of_which_nobody_wrote_an_account_still_leads_to_its_records(ana):
    make.bounds(ana, make.TRANSPORT)
    html = page(ana).content.decode()
    assert "Nobody has written about any yet." in html
    assert '<a href="/struggles/?branch=H&amp;short=1">All of Transport and storage</a>' in html


def test_a_text_put_in_the_place_of_another_is_not_read_as_it(ana):
    make.bounds(ana, make.TRANSPORT)
    make.text(ana, "near")
    make.text(ana, "points", name="points")
    near, points = Piece.objects.get(name="near"), Piece.objects.get(name="points")
    swapped = near.item, points.item
    Piece.objects.filter(pk=points.pk).delete()
    Piece.objects.filter(pk=near.pk).update(item=swapped[1])
    assert page(ana).context["texts"] == {}
    assert page(ana).context["pieces"]["near"].lost


def test_others_do_not_learn_that_it_is_there(ana, cem, stranger):
    make.bounds(ana, make.TRANSPORT)
    assert page(ana).status_code == 200
    assert cem.client.get(make.at("area", ana)).status_code == 404
    assert stranger.get(make.at("area", ana)).status_code == 403


@pytest.mark.parametrize("number", [3, 50])
def test_three_and_fifty_records_cost_the_same(ana, django_assert_num_queries, number):
    abroad = (Place("country", "FR"),)
    for one in range(number):
        make.lorries(ana.group, one)
        make.lorries(ana.group, one, places=abroad)
    around = make.around_leeds()
    make.bounds(ana, Bounds(around=around.around, branches=("H",)))
    make.text(ana, "ours")
    page(ana)
    with django_assert_num_queries(21):
        page(ana)
