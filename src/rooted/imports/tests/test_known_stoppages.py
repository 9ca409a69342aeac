"""The US mediation service's list of stoppages, brought in and published through the pages, against figures counted
apart from our code, with csv and Counter."""

import csv
from collections import Counter
from datetime import date

import pytest
from django.db.models import F, Max, Min, Sum

from conftest import found, join, newcomer
from rooted.imports.models import ImportNote
from rooted.imports.tests import make
from rooted.imports.tests.screen import bring_in, release
from rooted.imports.tests.test_known_figures import codes
from rooted.struggles.models import Organisation, Struggle

FMCS = "fmcs_work_stoppages_1984_2020.csv"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr("rooted.imports.importing.PAUSE", 0)


def listed(path):
    with path.open(newline="") as file:
        return list(csv.DictReader(file))


def spans(rows):
    return Counter((row["Start Date"], row["End Date"]) for row in rows)


@pytest.fixture(scope="module")
def stoppages(shared_db):
    """The whole list brought in and published through the pages, once for all tests here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rooted.imports.importing.PAUSE", 0)
        one = found(newcomer("ana"), "Docks")
        seen = bring_in(one, make.list_path(FMCS).read_bytes(), FMCS)
        release(one, join(newcomer("bo"), one), seen.batch)
        return one, seen, listed(make.list_path(FMCS))


@pytest.mark.long
def test_every_stoppage_is_there_in_its_year_and_branch(stoppages, db):
    _one, seen, rows = stoppages
    batch = seen.batch
    assert (batch.rows_total, batch.rows_added, batch.rows_left_out, batch.rows_known) == (14_317, 14_317, 0, 0)
    assert (Struggle.objects.public().count(), "We know this list" in seen.map) == (14_317, True)
    days = Struggle.objects.aggregate(first=Min("started_on"), last=Max("started_on"))
    assert days == {"first": date(1981, 10, 18), "last": date(2020, 12, 16)}
    assert Counter(Struggle.objects.values_list("year", flat=True)) == Counter(int(r["Start Date"][:4]) for r in rows)
    assert Struggle.objects.filter(year=1985).count() == 1_196
    assert codes("branch")["C"] == sum(row["Industry"] == "Manufacturing" for row in rows) == 7_743
    assert Organisation.objects.count() == Struggle.objects.filter(led_by="union").count() == len(rows)


@pytest.mark.long
def test_everybody_who_was_idled_is_counted_and_0_is_not_known(stoppages, db):
    rows = stoppages[2]
    idled = [int(float(row["# Idled"] or 0)) for row in rows]
    assert Struggle.objects.aggregate(sum=Sum("estimate_low"))["sum"] == sum(idled) == 6_698_464
    kept = Counter(Struggle.objects.values_list("estimate_low", "estimate_high"))
    assert kept == Counter((number or None, number or None) for number in idled)


@pytest.mark.long
def test_reversed_rows_keep_both_days_and_blank_ends_are_said(stoppages, db):
    _one, seen, rows = stoppages
    turned = Struggle.objects.filter(ended_on__lt=F("started_on")).values_list("started_on", "ended_on")
    reversed_rows = [row for row in rows if row["End Date"] and row["End Date"] < row["Start Date"]]
    assert Counter((str(start), str(end)) for start, end in turned) == spans(reversed_rows)
    said = Counter(ImportNote.objects.values_list("code", flat=True))
    blank = sum(not row["End Date"] for row in rows)
    assert (said["ends-before-start"], said["end-empty"], len(reversed_rows), blank) == (8, 86, 8, 86)
    assert sum("it ends before it starts" in line["What"] for line in seen.report) == 8


@pytest.mark.long
def test_repeated_case_numbers_stay_apart_and_are_said(stoppages, db):
    rows = stoppages[2]
    often = Counter(row["Case Number"] for row in rows)
    repeated = {number: count for number, count in often.items() if number and count > 1}
    said = ImportNote.objects.filter(code="number-repeats")
    assert Counter(said.values_list("detail", flat=True)) == repeated
    assert sum(count - 1 for count in repeated.values()) == 150
    assert len(set(Struggle.objects.values_list("external_id", flat=True))) == 14_317


@pytest.mark.long
def test_the_same_list_again_adds_nothing(stoppages, db):
    again = bring_in(stoppages[0], make.list_path(FMCS).read_bytes(), FMCS).batch
    assert (again.rows_known, again.rows_added, Struggle.objects.count()) == (14_317, 0, 14_317)
