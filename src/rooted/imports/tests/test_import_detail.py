"""One import, for the members who decide on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.imports.tests import make


def url(batch):
    return reverse("imports:import-detail", args=[batch.group.address, batch.pk])


def test_it_shows_sums_some_records_and_the_report(ana, docks):
    rows = [*make.entries(2), make.entry(3, workers=0), make.entry(4, date="never")]
    page = ana.client.get(url(make.batch(docks, rows))).content.decode()
    for words in (
        "Riders of firm 1 stopped work",
        "the number of workers is 0",
        "this is no date we can read: never",
        "Put it forward",
    ):
        assert words in page, words


def test_members_of_other_groups_see_nothing(cem, stranger, docks):
    address = url(make.batch(docks, make.entries(1)))
    assert [stranger.get(address).status_code, cem.client.get(address).status_code] == [403, 404]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, docks, count):
    address = url(make.batch(docks, make.entries(count, workers=0)))
    ana.client.get(address)
    with CaptureQueriesContext(connection) as seen:
        ana.client.get(address)
    own = [query["sql"] for query in seen if "struggles_" in query["sql"] or "imports_" in query["sql"]]
    assert len(own) == 5
