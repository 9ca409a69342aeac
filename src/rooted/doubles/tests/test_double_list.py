"""The pairs of a group, page by page."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.doubles import actions
from rooted.doubles.models import Pair
from rooted.doubles.tests import make
from rooted.struggles.actions import hide_struggle, withdraw_struggle


def page(member, **query):
    return member.client.get(reverse("doubles:double-list", args=[member.group.address]), query)


def links(response):
    """The pairs that the page names, in its order."""
    return re.findall(r"/struggles/doubles/([0-9a-f-]{36})/", response.content.decode())


def test_a_pair_is_listed_with_its_reasons(ana, docks):
    pair = make.pair(docks)
    response = page(ana)
    assert links(response) == [str(pair.pk)]
    assert "Same employer. Began on the same day. Same town. 7 of 8 words alike." in " ".join(
        response.content.decode().split()
    )


def test_a_group_without_a_record_in_it_sees_no_pair(ana, cem, docks):
    make.pair(docks)
    assert links(page(cem)) == []


def test_both_groups_see_a_pair_of_theirs(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    assert links(page(ana)) == links(page(cem)) == [str(pair.pk)]


def test_what_was_asked_of_another_group_waits_in_a_list_of_its_own(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    actions.join_records(pair, stands=make.of(pair, docks), seat=ana.seat)
    assert (links(page(ana)), links(page(ana, show="asked"))) == ([], [str(pair.pk)])
    assert (links(page(cem)), links(page(cem, show="asked"))) == ([str(pair.pk)], [])


def test_what_is_decided_stays_to_be_found(ana, docks):
    pair = make.pair(docks)
    actions.join_records(pair, stands="one", seat=ana.seat)
    assert (links(page(ana)), links(page(ana, show="decided"))) == ([], [str(pair.pk)])


@pytest.mark.parametrize("act", [withdraw_struggle, hide_struggle])
def test_what_is_no_longer_in_the_chronicle_is_not_offered(ana, docks, act):
    act(make.pair(docks).one)
    assert links(page(ana)) == []


def test_the_most_alike_come_first(ana, docks):
    pairs = make.pairs(docks, 3)
    Pair.objects.filter(pk=pairs[1].pk).update(alike=20)
    assert links(page(ana))[0] == str(pairs[1].pk)


def test_a_word_that_is_no_list_shows_the_first(ana, docks):
    assert links(page(ana, show="<b>", page="x")) == [] == links(page(ana))


QUERIES = 5


@pytest.mark.parametrize("number", [3, 50])
def test_queries_do_not_grow_with_the_list(ana, docks, number):
    make.pairs(docks, number)
    page(ana)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert len(links(page(ana))) == number
    assert len(queries) == QUERIES
