"""The whole report as CSV."""

import csv
import io

from django.urls import reverse

from rooted.imports.tests import make


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


def test_others_get_nothing(cem, stranger, docks):
    batch = make.batch(docks, make.entries(1))
    assert [cem.client.get(url(batch)).status_code, stranger.get(url(batch)).status_code] == [404, 403]
