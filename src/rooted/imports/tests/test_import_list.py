"""A group's imports, for its members."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.imports.tests import make


def url(group):
    return reverse("imports:import-list", args=[group.address])


def test_members_see_their_imports_and_what_they_wait_for(ana, docks):
    make.batch(docks, make.entries(3))
    page = ana.client.get(url(docks)).content.decode()
    assert ("3 struggles." in page, "Nobody has read it yet." in page) == (True, True)


def test_a_file_that_waits_to_be_read_leads_to_its_columns(ana, docks):
    file = make.file(docks, make.entries(1))
    assert reverse("imports:import-map", args=["docks", file.pk]) in ana.client.get(url(docks)).content.decode()


def test_without_imports_the_page_says_how_one_begins(ana, docks):
    assert reverse("imports:import-add", args=["docks"]) in ana.client.get(url(docks)).content.decode()


def test_others_see_nothing(stranger, cem, docks):
    assert [stranger.get(url(docks)).status_code, cem.client.get(url(docks)).status_code] == [403, 404]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, docks, count):
    for number in range(count):
        make.batch(docks, [make.entry(number)])
    ana.client.get(url(docks))
    with CaptureQueriesContext(connection) as seen:
        ana.client.get(url(docks))
    own = [query["sql"] for query in seen if "struggles_" in query["sql"] or "imports_" in query["sql"]]
    assert len(own) == 3
