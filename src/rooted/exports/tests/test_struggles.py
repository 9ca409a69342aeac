"""Records for programs, fifty a page."""

import pytest
from django.urls import reverse

from rooted.exports.tests.described import fits
from rooted.exports.tests.make import published, rich
from rooted.struggles.tests import make

ADDRESS = reverse("exports:struggles")


def test_a_page_of_records_with_the_way_to_the_next(stranger, db):
    published(make.group(), *[rich(title=f"Number {number}") for number in range(51)])
    told = fits("Page", stranger.get(ADDRESS, {"country": "DE"}).json())
    assert (told["count"], told["pages"], len(told["struggles"])) == (51, 2, 50)
    assert told["next"] == f"http://testserver{ADDRESS}?country=DE&page=2"
    rest = fits("Page", stranger.get(told["next"]).json())
    titles = {entry["record"]["title"] for entry in told["struggles"] + rest["struggles"]}
    assert (rest["next"], titles) == (None, {f"Number {number}" for number in range(51)})


def test_a_filter_that_cannot_be_read_is_answered_with_a_sentence(stranger, db):
    response = stranger.get(ADDRESS, {"since": "soon"})
    assert (response.status_code, list(fits("Errors", response.json())["errors"])) == (400, ["since"])


def test_any_page_anywhere_may_read_it(stranger, db):
    assert stranger.get(ADDRESS)["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(stranger, db, count, django_assert_num_queries):
    published(make.group(), *[rich() for _ in range(count)])
    with django_assert_num_queries(15):
        stranger.get(ADDRESS)
