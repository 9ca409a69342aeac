"""reports:report-begin, a line and a year are enough."""

from datetime import date

import pytest

from rooted.reports.models import Report, Version
from rooted.reports.sealed import REPORT
from rooted.reports.tests import make

TYPED = {"title": "Tram workers stop the town", "started_year": "1919", "going": "", "language": "en"}


def send(member, **fields):
    return member.client.post(make.at("report-begin", member), TYPED | fields)


def test_a_line_and_a_year_of_long_ago(ana):
    answer = send(ana)
    report = Report.objects.get()
    record = make.draft(report, ana).record
    assert (record.title, record.started_on, record.started_precision) == (TYPED["title"], date(1919, 1, 1), "year")
    assert answer.url == make.step(report, ana, "whom")


def test_a_whole_first_page(ana):
    places = {"places-0-town": "Saltend", "places-0-site": "Gate 2", "places-0-country": "GB", "reach": "online"}
    days = {"started_month": "11", "started_day": "3", "started_year": "2026", "going": "yes"}
    send(ana, **places, **days)
    record = make.draft(Report.objects.get(), ana).record
    assert [(one.precision, one.country, one.town, one.site) for one in record.places] == [
        ("town", "GB", "Saltend", "Gate 2"),
        ("online", "", "", ""),
    ]
    assert (record.running, record.started_precision) == (True, "day")


def test_nothing_of_it_stands_in_the_clear(ana):
    send(ana)
    row = Report.objects.values().get()
    assert [value for value in row.values() if isinstance(value, str)] == []
    assert set(ana.seat.keys.read(Version.objects.get().item, REPORT)) == set(REPORT.fields)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"started_year": ""}, "started_year"),
        ({"started_year": "", "started_month": "3"}, "started_year"),
        ({"started_day": "3"}, "started_month"),
        ({"started_day": "31", "started_month": "2"}, "started_day"),
        ({"started_year": "3019"}, "started_year"),
        ({"ended_year": "1919", "going": "yes"}, "going"),
        ({"language": "xx"}, "language"),
        ({"places-0-country": "XX"}, "places-0-country"),
        ({"title": "nul \x00"}, "title"),
    ],
)
def test_what_is_wrong_is_said_and_all_that_was_typed_stays(ana, wrong, field):
    form = send(ana, **wrong).context["form"]
    assert list(form.errors) == [field]
    assert {name: form[name].value() for name in TYPED | wrong} == TYPED | wrong
    assert Report.objects.count() == 0


def test_one_more_row_keeps_everything_and_saves_nothing(ana):
    form = send(ana, **{"places-1-town": "Leeds", "more": "places"}).context["form"]
    assert (form["title"].value(), form.many["places"], list(form.errors)) == (TYPED["title"], 3, [])
    assert Report.objects.count() == 0


def test_rows_are_bounded(ana):
    form = send(ana, **{"title": "", "places-999-town": "Leeds"}).context["form"]
    assert form.many["places"] == 40


def test_members_of_another_group_cannot(ana, cem):
    assert cem.client.post(make.at("report-begin", ana), TYPED).status_code == 404
    assert Report.objects.count() == 0
