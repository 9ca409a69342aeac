"""The timeline: each bar has its row and its link to exactly these records."""

from collections import Counter
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.struggles.models import Struggle
from rooted.struggles.tests import make

URL = reverse("struggles:struggle-timeline")


@pytest.fixture
def owner(db):
    return make.group()


def begun(owner, *years):
    make.struggles(owner, [make.record(n, started_on=date(year, 5, 1)) for n, year in enumerate(years)])


def figures(client, **asked):
    return [(figure.name, figure.count) for figure in client.get(URL, asked).context["picture"].figures]


def test_records_are_counted_by_year_the_last_first(stranger, owner):
    begun(owner, 2019, 2021, 2021)
    assert figures(stranger) == [("2021", 2), ("2019", 1)]
    assert "Most: 2021, 2 of 3." in stranger.get(URL).content.decode()


def test_many_years_are_counted_by_decade(stranger, owner):
    begun(owner, 1919, 1968, 1969, 2020)
    assert figures(stranger) == [("2020 to 2029", 1), ("1960 to 1969", 2), ("1910 to 1919", 1)]
    assert figures(stranger, since="1960") == [("2020", 1), ("1969", 1), ("1968", 1)]


def test_every_figure_leads_to_as_many_records_as_it_says(stranger, owner):
    begun(owner, 1919, 1968, 1969, 2020)
    for asked in ({}, {"since": "1969"}, {"until": "1968"}):
        for figure in stranger.get(URL, asked).context["picture"].figures:
            assert stranger.get(figure.href).context["number"] == figure.count, figure


def test_the_same_numbers_come_out_by_hand(stranger, owner):
    make.many(owner, 60)
    counted = Counter(str(one.started_on.year) for one in Struggle.objects.all())
    assert dict(figures(stranger)) == counted


@pytest.mark.parametrize(("today", "said"), [(date(2021, 6, 1), True), (date(2022, 6, 1), False)])
def test_a_year_that_is_not_over_is_said(stranger, owner, today, said):
    begun(owner, 2021)
    with time_machine.travel(today):
        assert ("2021 is not over." in stranger.get(URL).content.decode()) == said


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(stranger, owner, count):
    begun(owner, *range(1950, 1950 + count))
    with CaptureQueriesContext(connection) as seen:
        assert len(figures(stranger)) == count
    assert len(seen) == 3
