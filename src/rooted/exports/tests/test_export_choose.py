"""Where a reader chooses what to take away."""

import pytest
from django.urls import reverse

from rooted.exports.tests.make import published, rich
from rooted.struggles.tests import make

PAGE = reverse("exports:export-choose")


@pytest.fixture
def owner(db):
    return make.group()


def test_it_says_how_many_go_into_the_file_and_keeps_the_filters(stranger, owner):
    published(owner, rich(), rich(title="Elsewhere", places=()))
    text = stranger.get(PAGE, {"country": "DE"}).content.decode()
    assert "1 record goes into the file." in text
    assert f"{reverse('exports:export-csv', args=['lat'])}?country=DE" in text
    assert '<input type="hidden" name="country" value="DE">' in text


def test_whoever_is_not_known_to_reach_a_threshold_is_counted_and_left_out(stranger, owner):
    small, unclear = {"estimate_low": 3, "estimate_high": 9}, {"estimate_low": 3, "estimate_high": None}
    published(owner, rich(), rich(**small), rich(**unclear), rich(estimate_low=None, estimate_high=None))
    text = stranger.get(PAGE, {"at_least": "10"}).content.decode()
    assert "1 record goes into the file." in text
    assert "Left out: 1 known to be smaller, 2 whose number is not known." in text


def test_short_entries_can_be_taken_along_with_the_same_filters(stranger, owner):
    published(owner, rich(), rich(account="", answers=(), points=()))
    asked = {"country": "DE", "at_least": "10"}
    page = stranger.get(PAGE, asked)
    assert ("1 record goes into" in page.content.decode(), page.context["with_short"]) == (
        True,
        "country=DE&at_least=10&short=1",
    )
    with_them = stranger.get(f"{PAGE}?{page.context['with_short']}").content.decode()
    assert ("2 records go into" in with_them, "short=1" in with_them) == (True, True)


def test_a_filter_that_cannot_be_read_is_no_address(stranger, db):
    assert stranger.get(PAGE, {"since": "soon"}).status_code == 404


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(stranger, owner, count, django_assert_num_queries):
    published(owner, *[rich() for _ in range(count)])
    with django_assert_num_queries(3):
        stranger.get(PAGE, {"at_least": "2"})
