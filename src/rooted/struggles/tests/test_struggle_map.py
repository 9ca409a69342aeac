"""The map: every figure is counted once more by hand, has its row and its link, and what is not drawn is said."""

from collections import Counter

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle
from rooted.struggles.record import Code, Place
from rooted.struggles.tests import make

URL = reverse("struggles:struggle-map")


@pytest.fixture
def owner(db):
    return make.group()


@pytest.fixture
def some(owner):
    places = [
        (Place("town", "DE", "Sachsen", "Leipzig"), Place("town", "US", "Oregon", "Salem")),
        (Place("town", "DE", "Sachsen", "Leipzig"), Place("town", "DE", "Sachsen", "Halle")),
        (Place("town", "DE", "Bayern", "Fürth"),),
        (Place("country", "DE"),),
        (Place("country", "XK"),),
        (Place("online"),),
    ]
    make.struggles(owner, [make.record(number, places=where) for number, where in enumerate(places)])


def figures(answer):
    return [(figure.name, figure.count) for figure in answer.context["picture"].figures]


def test_records_are_counted_by_country_and_what_has_none_is_said(stranger, some):
    answer = stranger.get(URL)
    text = answer.content.decode()
    assert figures(answer) == [("Germany", 4), ("United States", 1), ("Kosovo", 1), ("Country not known", 1)]
    assert "Most: Germany, 4 of 6." in text
    assert "A record of several countries counts in each of them." in text
    assert "Of 1 record no country is known: it is not on the map." in text


def test_a_chosen_country_is_counted_by_region_too(stranger, some):
    answer = stranger.get(URL, {"country": "DE"})
    assert [(figure.name, figure.count) for figure in answer.context["picture"].regions] == [
        ("Sachsen", 2),
        ("Bayern", 1),
        ("Region not known", 1),
    ]


def test_every_figure_leads_to_as_many_records_as_it_says(stranger, some):
    make.struggles(make.group("depot"), [make.record(9, codings=(Code("form", "protest"),))])
    for asked in ({}, {"form": "strike"}, {"country": "DE"}, {"short": "1"}):
        picture = stranger.get(URL, asked).context["picture"]
        for figure in (*picture.figures, *picture.regions):
            if figure.href:
                assert stranger.get(figure.href).context["number"] == figure.count, figure


def test_the_same_numbers_come_out_by_hand(stranger, owner):
    make.many(owner, 60)
    counted = Counter(code for one in Struggle.objects.all() for code in one.countries.split())
    picture = stranger.get(URL).context["picture"]
    told = {QueryDict(figure.href.partition("?")[2])["country"]: figure.count for figure in picture.figures}
    assert told == counted


def test_what_means_nothing_is_said(stranger, some):
    assert "One thing to put right" in stranger.get(URL, {"since": "x"}).content.decode()


def test_nothing_found_says_what_to_do(stranger, some):
    assert "Nothing fits." in stranger.get(URL, {"until": "1900"}).content.decode()


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(stranger, owner, count):
    make.struggles(owner, [make.record(n, places=(Place("region", "DE", f"R{n}"),)) for n in range(count)])
    with CaptureQueriesContext(connection) as seen:
        assert len(stranger.get(URL, {"country": "DE"}).context["picture"].regions) == count
    assert len(seen) == 4


def test_the_address_of_a_selection_is_the_address_of_its_map(stranger, some):
    page = stranger.get(f"{URL}?{Selection(country='DE', form='strike').query()}").content.decode()
    assert '<a href="/struggles/?country=DE&amp;form=strike">List</a>' in page
    assert '<a href="/struggles/timeline/?country=DE&amp;form=strike">Timeline</a>' in page


def test_it_says_whose_points_and_names_it_shows(stranger, some):
    html = stranger.get(URL).content.decode()
    assert [words in html for words in ("Natural Earth", "GeoNames, licence CC BY 4.0", "CLDR")] == [True] * 3
