"""The list of Collective Action in Tech, brought in and published through the pages, against figures counted apart from
our code, with nothing but json and Counter."""

import json
from collections import Counter
from datetime import date

import pytest
from django.urls import reverse

from conftest import found, join, newcomer
from rooted.imports.models import ImportNote
from rooted.imports.tests import make
from rooted.imports.tests.screen import bring_in, release
from rooted.mappings.gazetteer import COUNTRIES
from rooted.struggles.models import Coding, Location, Struggle


@pytest.fixture
def rows():
    return json.loads(make.cat_path().read_text())


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr("rooted.imports.importing.PAUSE", 0)


@pytest.fixture(scope="module")
def made(shared_db):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rooted.imports.importing.PAUSE", 0)
        one = found(newcomer("ana"), "Docks")
        seen = bring_in(one, make.cat_path().read_bytes(), "cat_actions.json")
        release(one, join(newcomer("bo"), one), seen.batch)
        return one, seen


@pytest.fixture
def imported(made, db, quick):
    """What the pages said; brought in once for all tests here."""
    return made[1]


def codes(scheme):
    return Counter(Coding.objects.filter(scheme=scheme).exclude(code="other").values_list("code", flat=True))


def words(rows, column, names):
    return Counter(names[word] for row in rows for word in row[column] or [] if word in names)


def test_the_list_gives_506_records_from_1969_to_2022(imported):
    days = Struggle.objects.order_by("started_on").values_list("started_on", flat=True)
    assert (len(days), days.first(), days.last()) == (506, date(1969, 3, 4), date(2022, 4, 29))
    assert Struggle.objects.public().count() == 506


def test_the_pages_know_the_list_and_say_what_became_of_its_rows(imported, stranger):
    assert "We know this list" in imported.map
    sums = [">506</dd>", ">506</dd>", ">0</dd>", ">0</dd>"]
    assert [part in imported.page for part in sums] == [True] * 4
    shown = stranger.get(reverse("struggles:struggle-list"), {"form": "strike", "short": "1"})
    assert shown.context["page"].paginator.count == 112


def test_forms_demands_and_numbers_are_the_published_figures(imported):
    forms, demands = codes("form"), codes("demand")
    assert [forms["strike"], forms["protest"], forms["open-letter"]] == [112, 205, 142]
    assert [demands["pay-and-benefits"], demands["working-conditions"], demands["ethics"]] == [232, 216, 146]
    assert Struggle.objects.filter(estimate_low=None).count() == 153


def test_every_form_and_demand_is_counted_as_in_the_file(imported, rows):
    plain = {word: word.replace(" ", "-") for row in rows for word in row["actions"] if word != "hacktivism"}
    assert codes("form") == words(rows, "actions", plain)
    asked = {word: word.replace(" ", "-") for row in rows for word in row["struggles"] if word != "na"}
    assert codes("demand") == words(rows, "struggles", asked)


def test_countries_are_counted_as_in_the_file_by_place_and_by_record(imported, rows):
    """The published 371, 45 and 39 count places; the published 17 counts records (32 places)."""
    named = [[COUNTRIES.get(place.split("-")[-1]) for place in row["locations"] or []] for row in rows]
    by_place = Counter(code for codes in named for code in codes if code)
    by_record = Counter(code for codes in named for code in set(codes) if code)
    places = Location.objects.exclude(country="")
    assert Counter(places.values_list("country", flat=True)) == by_place
    assert Counter(code for code, _ in set(places.values_list("country", "struggle"))) == by_record
    assert [by_place["US"], by_place["CN"], by_place["DE"], by_record["GB"]] == [371, 45, 39, 17]


def test_numbers_of_workers_are_lower_bounds_and_none_is_0(imported, rows):
    given = Counter(row["workers"] for row in rows)
    assert Counter(Struggle.objects.values_list("estimate_low", flat=True)) == given
    assert Struggle.objects.exclude(estimate_high=None).count() == 0


def test_the_oddities_stand_in_the_report(imported):
    codes = Counter(ImportNote.objects.values_list("code", flat=True))
    assert len(imported.report) == codes.total()
    assert [Struggle.objects.order_by("-estimate_low").filter(estimate_low__gt=0)[0].estimate_low] == [241_000]
    assert [codes["first-of-month"], codes["coordinates-differ"], codes["number-large"]] == [37, 66, 1]
    assert (Struggle.objects.filter(started_precision="unclear").count(), codes["country-not-known"]) == (37, 0)


def test_coordinates_are_kept_only_where_each_place_has_its_own(imported, rows):
    uneven = {str(row["id"]) for row in rows if len(row["locations"] or []) != len(row["latlngs"] or [])}
    located = Location.objects.exclude(lat=None).values_list("struggle__external_id", flat=True)
    assert uneven & set(located) == set()
    assert set(Location.objects.exclude(lat=None).values_list("precision", flat=True)) == {"town", "region"}


def test_nothing_of_an_account_is_lost(imported, rows):
    kept = dict(Struggle.objects.values_list("external_id", "account"))
    assert kept == {str(row["id"]): row["description"].strip() for row in rows}


@pytest.mark.parametrize("name", ["cat_actions.json", "cat_actions.csv"])
def test_the_same_list_again_adds_nothing_whether_as_json_or_as_csv(made, imported, name):
    again = bring_in(made[0], make.list_path(name).read_bytes(), name).batch
    assert (again.rows_known, again.rows_added, Struggle.objects.count()) == (506, 0, 506)
    assert ImportNote.objects.filter(batch=again).count() == 0
