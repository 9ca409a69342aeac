"""The real lists against figures counted apart from our code, with nothing but json, csv and Counter."""

import csv
import json
from collections import Counter
from datetime import date

import pytest
from django.db.models import F, Sum

from rooted.imports.mapping.gazetteer import COUNTRIES
from rooted.imports.models import ImportNote
from rooted.imports.tests import make
from rooted.struggles.models import Coding, Location, Organisation, Struggle
from rooted.struggles.tests.make import group


@pytest.fixture
def rows():
    return json.loads(make.cat_path().read_text())


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr("rooted.imports.importing.PAUSE", 0)


@pytest.fixture
def imported(db, quick):
    return make.batch(group(), make.cat_path().read_bytes())


def codes(scheme):
    return Counter(Coding.objects.filter(scheme=scheme).exclude(code="other").values_list("code", flat=True))


def words(rows, column, names):
    return Counter(names[word] for row in rows for word in row[column] or [] if word in names)


def test_the_list_gives_506_records_from_1969_to_2022(imported):
    days = Struggle.objects.order_by("started_on").values_list("started_on", flat=True)
    assert (len(days), days.first(), days.last()) == (506, date(1969, 3, 4), date(2022, 4, 29))


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
def test_the_same_list_again_adds_nothing_whether_as_json_or_as_csv(imported, name):
    again = make.batch(imported.group, make.list_path(name).read_bytes(), name=name)
    assert (again.rows_known, again.rows_added, Struggle.objects.count()) == (506, 0, 506)
    assert ImportNote.objects.filter(batch=again).count() == 0


FMCS = "fmcs_work_stoppages_1984_2020.csv"


@pytest.mark.long
def test_the_stoppages_of_the_us_mediation_service_are_14317_with_every_known_figure(db, quick):
    with make.list_path(FMCS).open(newline="") as file:
        rows = list(csv.DictReader(file))
    batch = make.batch(group(), make.list_path(FMCS).read_bytes(), name=FMCS)
    assert (batch.rows_total, batch.rows_added, batch.rows_left_out) == (14_317, 14_317, 0)
    assert Counter(Struggle.objects.values_list("year", flat=True)) == Counter(int(r["Start Date"][:4]) for r in rows)
    assert Struggle.objects.filter(year=1985).count() == 1_196
    assert codes("branch")["C"] == sum(row["Industry"] == "Manufacturing" for row in rows) == 7_743
    idled = sum(int(float(row["# Idled"] or 0)) for row in rows)
    assert Struggle.objects.aggregate(sum=Sum("estimate_low"))["sum"] == idled == 6_698_464
    reversed_rows = [row for row in rows if row["End Date"] and row["End Date"] < row["Start Date"]]
    assert Struggle.objects.filter(ended_on__lt=F("started_on")).count() == len(reversed_rows) == 8
    said = Counter(ImportNote.objects.values_list("code", flat=True))
    blank = sum(not row["End Date"] for row in rows)
    often = Counter(row["Case Number"] for row in rows)
    assert (said["ends-before-start"], said["end-empty"]) == (8, blank)
    assert said["number-repeats"] == sum(count for count in often.values() if count > 1)
    assert Organisation.objects.count() == Struggle.objects.filter(led_by="union").count() == len(rows)


def test_some_of_the_stoppages_are_read_as_they_stand_in_the_file(db, quick):
    with make.list_path(FMCS).open(newline="") as file:
        lines = file.readlines()[:400]
    batch = make.batch(group(), "".join(lines), name=FMCS)
    rows = list(csv.DictReader(lines))
    first = Struggle.objects.get(external_id="1984AA00L294")
    assert batch.rows_added == len(rows)
    assert (first.title, first.ended_on, first.led_by) == (
        "Interstate Paper Converting Corp, Secaucus",
        date(1984, 3, 15),
        "union",
    )
    assert (first.estimate_low, first.estimate_high, first.countries) == (27, 27, "US")
    assert Counter(Coding.objects.filter(scheme="form").values_list("code", flat=True)) == {"strike": len(rows)}
