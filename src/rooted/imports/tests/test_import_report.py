"""The whole report as CSV."""

import csv
import io

from django.urls import reverse

from rooted.imports.tests import make
from rooted.mappings.shape import Mapping, Rule


def url(batch):
    return reverse("imports:import-report", args=[batch.group.address, batch.pk])


def rows_of(answer):
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_every_line_of_the_report_is_there_with_its_row(ana, docks, monkeypatch):
    monkeypatch.setattr("rooted.imports.report.AT_ONCE", 7)
    batch = make.batch(docks, [*make.entries(20, workers=0), make.entry(21, date="never")])
    rows = rows_of(ana.client.get(url(batch)))
    assert rows[0] == ["Row", "Number", "Kind", "What"]
    assert [row[0] for row in rows[1:]] == [str(number) for number in range(1, 22)]
    assert rows[-1][2:] == ["Left out", "Left out: this is no date we can read: never"]


def test_no_cell_is_a_formula(ana, docks):
    batch = make.batch(docks, [make.entry("=1+1", workers=0), make.entry("@x", workers=0)])
    assert [row[1] for row in rows_of(ana.client.get(url(batch)))[1:]] == ["'=1+1", "'@x"]


def test_of_what_goes_on_it_says_that_weak_points_were_left_out_and_asks_for_no_last_day(ana, docks):
    rules = (Rule("day", "started"), Rule("last", "ended"), Rule("how", "outcome"), Rule("weak", "point-weak"))
    rows = "day,last,how,weak\n2020-03-04,,goes on,Gate two sleeps\n2020-03-04,,lost,Gate two sleeps\n"
    batch = make.batch(docks, rows, name="list.csv", mapping=Mapping("own-1", "Boats", rules=rules))
    said = {(row[0], row[3]) for row in rows_of(ana.client.get(url(batch)))[1:]}
    left_out = "Weak points were left out: it still goes on, and they could help the other side."
    assert {(row, text.startswith(left_out)) for row, text in said if "points" in text} == {("1", True)}
    assert {row for row, text in said if text == "Unclear: there is no last day."} == {"2"}


def test_others_get_nothing(cem, stranger, docks):
    batch = make.batch(docks, make.entries(1))
    assert [cem.client.get(url(batch)).status_code, stranger.get(url(batch)).status_code] == [404, 403]
