"""Dates, numbers and places in words, as exact as what is known and no more."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.utils import translation

from rooted.records.record import Place
from rooted.records.telling import how_many, lasting, places, span, when, where

DAY = date(1969, 3, 4)


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("day", "4 March 1969"),
        ("unclear", "March 1969"),
        ("month", "March 1969"),
        ("year", "1969"),
        ("decade", "between 1960 and 1969"),
        ("century", "between 1900 and 1999"),
    ],
)
def test_a_date_is_told_by_its_precision(precision, words):
    assert when(DAY, precision) == words


@pytest.mark.parametrize(
    ("ended", "precision", "words"),
    [
        (date(1969, 3, 19), "day", "4–19 March 1969"),
        (date(1969, 4, 2), "day", "4 March 1969 to 2 April 1969"),
        (date(1970, 3, 19), "day", "4 March 1969 to 19 March 1970"),
        (DAY, "day", "4 March 1969"),
        (date(1969, 3, 19), "month", "4 March 1969 to March 1969"),
        (date(1975, 1, 1), "decade", "began: 4 March 1969; ended: between 1970 and 1979"),
    ],
)
def test_a_month_and_a_year_are_said_once(ended, precision, words):
    assert span(DAY, "day", ended, precision) == words


@pytest.mark.parametrize("outcome", ["won", "goes-on", "unknown"])
def test_a_century_is_when_it_was_and_not_how_long_it_went_on(outcome):
    known = {"started_precision": "century", "seen_going_on": DAY, "ended_on": None, "outcome": outcome}
    assert lasting(SimpleNamespace(started_on=date(1844, 1, 1), **known)) == "between 1800 and 1899"


@pytest.mark.parametrize(
    ("low", "high", "unit", "words"),
    [
        (None, None, "people", "number not known"),
        (320, None, "people", "at least 320 people"),
        (90, 140, "people", "90 to 140 people"),
        (40, 40, "people", "40 people"),
        (None, 9, "people", "at most 9 people"),
        (1, 1, "people", "1 person"),
        (241_000, None, "people", "at least 241,000 people"),
        (12, None, "households", "at least 12 households"),
    ],
)
def test_an_estimate_is_told_with_both_ends(low, high, unit, words):
    assert how_many(low, high, unit) == words


@pytest.mark.parametrize(
    ("named", "countries", "reach", "words"),
    [
        ("Leipzig", ["DE"], "", "Leipzig, Germany"),
        ("", ["FR"], "world", "France"),
        ("", [], "world", "Worldwide"),
        ("", [], "online", "Online"),
        ("", [], "", "place not known"),
        ("", ["DE", "FR", "IT", "ES", "GB"], "", "Germany, France, Italy and 2 more countries"),
    ],
)
def test_places_are_told_in_words(named, countries, reach, words):
    assert where(named, countries, reach) == words


def test_towns_of_one_country_side_by_side_name_it_once():
    towns = [Place("town", "GB", "", name) for name in ("London", "York")]
    assert places([*towns, Place("town", "IE", "", "Cork"), Place("country", "IE"), Place("online")]) == [
        "London", "York, United Kingdom", "Cork, Ireland", "Ireland", "Online",
    ]  # fmt: skip


def test_countries_and_months_are_told_in_the_readers_language():
    with translation.override("ar"):
        assert (where("", ["DE"], ""), when(DAY, "month")) == ("ألمانيا", "مارس 1969")


def test_a_town_in_other_letters_does_not_turn_an_arabic_sentence():
    with translation.override("ar"):
        assert where("Leipzig", [], "") == "\u2068Leipzig\u2069"
        assert where("Leipzig", ["DE"], "") == "\u200f\u2068Leipzig\u2069، ألمانيا"


def test_of_no_place_nothing_is_told():
    assert places(()) == []
