"""The mappings a group keeps, and those that others share."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.imports.sharing import save_mapping, share_mapping
from rooted.mappings.shape import Mapping


def url(group):
    return reverse("imports:mapping-list", args=[group.address])


def test_own_ones_and_shared_ones_of_other_groups_are_there(ana, docks, depot):
    save_mapping(docks, Mapping("own-1", "Ours"))
    save_mapping(depot, Mapping("own-2", "Their secret"))
    share_mapping(save_mapping(depot, Mapping("own-3", "Their gift")), shared=True)
    page = ana.client.get(url(docks)).content.decode()
    assert [words in page for words in ("Ours", "Their secret", "Their gift", "Depot")] == [True, False, True, True]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, docks, count):
    for number in range(count):
        save_mapping(docks, Mapping("own-1", f"List {number}"))
    with CaptureQueriesContext(connection) as seen:
        ana.client.get(url(docks))
    assert len([query for query in seen if "imports_" in query["sql"]]) == 1


def test_others_see_nothing(stranger, cem, docks):
    assert [stranger.get(url(docks)).status_code, cem.client.get(url(docks)).status_code] == [403, 404]
