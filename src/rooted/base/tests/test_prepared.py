"""Only the text of a query is kept: what it finds is asked for anew, with what is given each time."""

from datetime import date, timedelta
from threading import Thread

import pytest
from django.db import connection
from django.db.models import CharField, Count
from django.test.utils import CaptureQueriesContext

from rooted.base.models import SearchEntry
from rooted.base.prepared import Given, GivenDay, Prepared, filled

KIND = Given("kind", CharField())


@pytest.fixture
def entries(db):
    rows = [("a", "first"), ("a", "second"), ("b", "third")]
    SearchEntry.objects.bulk_create(
        SearchEntry(id=number, kind=kind, key=key, title=key, text="") for number, (kind, key) in enumerate(rows, 1)
    )


def of_a_kind():
    return Prepared(lambda: SearchEntry.objects.filter(kind=KIND).order_by("pk"))


def test_it_finds_what_the_query_itself_finds(entries):
    asked = of_a_kind()
    for kind in ("a", "b", "none"):
        assert asked.rows(kind=kind) == list(SearchEntry.objects.filter(kind=kind).order_by("pk"))


def test_no_answer_is_kept(entries):
    asked = of_a_kind()
    before = [row.key for row in asked.rows(kind="b")]
    SearchEntry.objects.filter(kind="b").update(key="other")
    assert (before, [row.key for row in asked.rows(kind="b")]) == (["third"], ["other"])


def test_the_first_of_none_is_none(entries):
    assert (of_a_kind().first(kind="a").key, of_a_kind().first(kind="none")) == ("first", None)


def test_numbers_and_parts_of_rows_are_found_too(entries):
    counted = Prepared(
        lambda: SearchEntry.objects.filter(kind=KIND).values("kind").annotate(many=Count("pk")).values_list("many")
    )
    assert [counted.rows(kind=kind) for kind in ("a", "b", "none")] == [[(2,)], [(1,)], []]


def test_it_asks_the_database_once_and_nobody_s_values_stay_in_the_text(entries):
    asked = of_a_kind()
    with CaptureQueriesContext(connection) as seen:
        asked.rows(kind="a")
        asked.rows(kind="b")
    assert len(seen) == 2
    assert not any(one in str(asked._made[2:]) for one in ("'a'", "'b'"))


def test_a_value_that_was_not_given_is_an_error(entries):
    with pytest.raises(KeyError, match="kind"):
        of_a_kind().rows()


def test_days_are_counted_from_the_day_that_is_given():
    week = timedelta(days=7)
    today = GivenDay("today")
    values = {"today": date(2026, 11, 27)}
    found = filled([today, today + week, today - week, 1], values, connection)
    assert [str(one) for one in found] == ["2026-11-27", "2026-12-04", "2026-11-20", "1"]


@pytest.mark.django_db(transaction=True)
def test_each_thread_asks_by_its_own_connection():
    asked, found = of_a_kind(), []

    def ask():
        try:
            found.append(asked.rows(kind="none"))
        finally:
            connection.close()

    asked.rows(kind="none")
    others = [Thread(target=ask) for _ in range(3)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert found == [[], [], []]
