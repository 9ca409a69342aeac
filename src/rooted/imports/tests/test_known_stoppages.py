"""The US mediation service's list of stoppages against figures counted apart from our code, with csv and Counter."""

import csv
from collections import Counter
from datetime import date

import pytest
from django.db.models import F, Sum

from rooted.imports.models import ImportNote
from rooted.imports.tests import make
from rooted.imports.tests.test_known_figures import codes
from rooted.struggles.models import Coding, Organisation, Struggle
from rooted.struggles.tests.make import group

FMCS = "fmcs_work_stoppages_1984_2020.csv"


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr("rooted.imports.importing.PAUSE", 0)


@pytest.mark.long
def test_the_stoppages_of_the_us_mediation_service_are_14317_with_every_known_figure(db):
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


def test_some_of_the_stoppages_are_read_as_they_stand_in_the_file(db):
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
