"""One import, for the members who decide on it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.imports.actions import start_import
from rooted.imports.tests import make


def url(batch):
    return reverse("imports:import-detail", args=[batch.group.address, batch.pk])


def test_it_shows_sums_some_records_and_the_report(ana, docks):
    rows = [*make.entries(2), make.entry(3, workers=0), make.entry(4, date="never")]
    page = ana.client.get(url(make.batch(docks, rows))).content.decode()
    for words in (
        "Riders of firm 1 stopped work",
        "a number is 0",
        "this is no date we can read: never",
        "Put it forward",
    ):
        assert words in page, words


def test_the_report_shows_what_was_left_out_what_is_unclear_and_repeats_apart(ana, docks):
    rows = [make.entry(1, workers=0), make.entry(2), make.entry(2, workers=9), make.entry(4, date="never")]
    address = url(make.batch(docks, rows))
    pages = {kind: ana.client.get(f"{address}?kind={kind}").content.decode() for kind in ("out", "unclear", "repeats")}
    said = ["read: never", "a number is 0", "stands on several rows"]
    assert [[words in page for words in said] for page in pages.values()] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
    ]


def test_while_it_is_read_it_says_how_far_it_is_and_offers_a_pause(ana, docks):
    page = ana.client.get(url(start_import(make.file(docks, make.entries(3))))).content.decode()
    assert [words in page for words in ("0 of 3 rows.", "Look again", "Pause", "Put it forward")] == [True] * 3 + [
        False
    ]


def test_an_import_that_brought_nothing_new_says_so(ana, docks):
    make.batch(docks, make.entries(2))
    page = ana.client.get(url(make.batch(docks, make.entries(2)))).content.decode()
    assert ("There is nothing to publish." in page, "Put it forward" in page) == (True, False)


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
    assert len(own) == 8
