"""The map: every figure is counted once more by hand, has its row and its link, and what is not drawn is said."""

import gzip
from collections import Counter
from random import Random

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.charts.tests.reading import all_of, titles
from rooted.places.tests.make import make_town
from rooted.records.record import Code, Place
from rooted.struggles import picturing
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle
from rooted.struggles.tallies import by_region, by_town
from rooted.struggles.tests import make

URL = reverse("struggles:struggle-map")


@pytest.fixture
def owner(db):
    return make.group()


LEIPZIG, SALEM = (51.3396, 12.3713), (44.94, -123.03)


@pytest.fixture
def some(owner):
    places = [
        (Place("town", "DE", "Sachsen", "Leipzig", *LEIPZIG), Place("town", "US", "Oregon", "Salem", *SALEM)),
        (Place("exact", "DE", "Sachsen", "Leipzig", 51.4, 12.4), Place("town", "DE", "Sachsen", "Halle")),
        (Place("town", "DE", "Bayern", "Fürth", 49.47, 10.99),),
        (Place("country", "DE", lat=51.0, lon=10.0),),
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


def test_a_chosen_country_is_drawn_by_region(stranger, some):
    answer = stranger.get(URL, {"country": "DE"})
    assert figures(answer) == [("Sachsen", 2), ("Bayern", 1), ("Region not known", 1)]
    assert [(picture.by, titles(picture.svg)[1:]) for picture in [answer.context["picture"]]] == [
        ("region", ["Sachsen: 2", "Bayern: 1"])
    ]


def test_a_chosen_region_is_drawn_by_place(stranger, some):
    answer = stranger.get(URL, {"country": "DE", "region": "DE:Sachsen"})
    text = answer.content.decode()
    assert figures(answer) == [("Leipzig", 2), ("Halle", 1)]
    assert titles(answer.context["picture"].svg)[1:] == ["Leipzig: 2"]
    assert "1 of the places has no point we know: it is not on the map. Only in the table: Halle." in text
    assert "A record of several places counts in each of them." in text


@pytest.mark.parametrize(
    ("by", "first"),
    [("country", ("Germany", 4)), ("region", ("Sachsen, Germany", 2)), ("place", ("Leipzig, Sachsen, Germany", 2))],
)
def test_the_reader_chooses_what_a_circle_stands_for(stranger, some, by, first):
    answer = stranger.get(URL, {"by": by})
    html = answer.content.decode()
    assert (figures(answer)[0], f'by={by}" aria-current="page"' in html) == (first, True)
    assert 'type="hidden" name="by"' in html


def test_what_a_circle_stands_for_stays_when_a_filter_is_dropped(stranger, some):
    html = stranger.get(URL, {"by": "place", "form": "strike"}).content.decode()
    assert 'href="/struggles/map/?&amp;by=place">What they did' in html


def test_where_nothing_so_fine_is_written_down_countries_are_drawn(stranger, owner):
    make.struggle(owner, places=(Place("country", "XK"),))
    for asked in ({"country": "XK"}, {"by": "place"}, {"country": "none", "by": "region", "short": "1"}):
        assert stranger.get(URL, asked).context["picture"].by == "country"


def test_no_circle_says_where_more_exactly_than_ten_kilometres(some):
    assert [(one.town, one.lat, one.lon) for one in by_town(Selection(country="DE"))] == [
        ("Leipzig", 51.4, 12.4),
        ("Fürth", 49.5, 11.0),
        ("Halle", None, None),
    ]


def test_a_place_on_both_sides_of_the_date_line_lies_there(owner):
    where = [(-16.5, 179.9), (-16.5, -179.9)]
    make.struggles(
        owner, [make.record(n, places=(Place("town", "FJ", "", "Rabi", *at),)) for n, at in enumerate(where)]
    )
    assert [one.lon for one in by_town(Selection(country="FJ"))] == [180.0]


def test_what_has_no_point_lies_where_a_town_of_its_name_does(owner):
    make_town(1, "Halle", "DE", "", 51.48, 11.97, population=240_000)
    make_town(2, "Portland", "US", "Maine", 43.66, -70.26, population=680_000)
    make_town(3, "Portland", "US", "Oregon", 45.52, -122.68)
    places = [Place("town", "DE", "Sachsen-Anhalt", "Halle"), Place("town", "US", "Oregon", "Portland")]
    make.struggles(owner, [make.record(number, places=(place,)) for number, place in enumerate(places)])
    assert [(one.town, one.lat, one.lon) for one in by_town(Selection())] == [
        ("Halle", 51.5, 12.0),
        ("Portland", 45.5, -122.7),
    ]
    assert [(one.region, one.lat) for one in by_region(Selection())] == [("Sachsen-Anhalt", None), ("Oregon", 45.5)]


def test_places_beyond_the_table_are_drawn_without_a_name(stranger, owner, monkeypatch):
    monkeypatch.setattr(picturing, "MOST_PLACES", 2)
    towns = [Place("town", "DE", "", f"Town {n}", 50 + n, 9.0 + n) for n in range(4)]
    make.struggles(owner, [make.record(n, places=(place,)) for n, place in enumerate(towns)])
    answer = stranger.get(URL, {"country": "DE", "by": "place"})
    svg = answer.context["picture"].svg
    assert (len(figures(answer)), len(all_of(svg, "a")), svg.count("h0")) == (2, 2, 2)
    assert "The table has the 2 places with most struggles, of 4." in answer.content.decode()


def test_every_figure_leads_to_as_many_records_as_it_says(stranger, some):
    make.struggles(make.group("depot"), [make.record(9, codings=(Code("form", "protest"),))])
    narrowed = ({}, {"form": "strike"}, {"country": "DE"}, {"short": "1"}, {"country": "DE", "region": "DE:Sachsen"})
    for asked in [chosen | by for chosen in narrowed for by in ({}, {"by": "region"}, {"by": "place"})]:
        for figure in stranger.get(URL, asked).context["picture"].figures:
            assert figure.href
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
@pytest.mark.parametrize(("asked", "queries"), [({"by": "country"}, 3), ({"country": "DE"}, 5), ({"by": "place"}, 4)])
def test_the_number_of_queries_does_not_grow(stranger, owner, count, asked, queries):
    towns = [Place("town", "DE", f"R{n}", f"T{n}", 48 + n / 10, 9.0) for n in range(count)]
    make.struggles(owner, [make.record(n, places=(town,)) for n, town in enumerate(towns)])
    with CaptureQueriesContext(connection) as seen:
        assert len(stranger.get(URL, asked).context["picture"].figures) == (1 if asked == {"by": "country"} else count)
    assert len(seen) == queries


def test_a_map_of_very_many_places_stays_a_small_page(stranger, owner):
    chance = Random(3)
    towns = [
        Place("town", "US", f"State {n % 50}", f"Town number {n}", chance.uniform(25, 49), chance.uniform(-124, -67))
        for n in range(600)
    ]
    make.struggles(owner, [make.record(n, places=(town,)) for n, town in enumerate(towns)])
    assert len(gzip.compress(stranger.get(URL, {"country": "US", "by": "place"}).content)) < 30_000


def test_the_address_of_a_selection_is_the_address_of_its_map(stranger, some):
    page = stranger.get(f"{URL}?{Selection(country='DE', form='strike').query()}").content.decode()
    assert '<a href="/struggles/?country=DE&amp;form=strike">List</a>' in page
    assert '<a href="/struggles/timeline/?country=DE&amp;form=strike">Timeline</a>' in page


def test_it_says_whose_points_and_names_it_shows(stranger, some):
    html = stranger.get(URL).content.decode()
    assert [words in html for words in ("Natural Earth", "GeoNames, licence CC BY 4.0", "CLDR")] == [True] * 3
