"""Equal moments show equal rows, whoever wrote in between."""

import sqlite3
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.base.moments import SQLITE, Moments, moment
from rooted.base.search import put

CONNECTIONS = 3
ACTS = st.lists(st.tuples(st.sampled_from(["look", "write", "undo", "open anew"]), st.integers(0, CONNECTIONS - 1)))


class Asked(SimpleNamespace):
    """What Moments knows of Django's wrapper around a connection."""

    __hash__ = object.__hash__


def opened(path):
    made = sqlite3.connect(path, isolation_level=None)
    made.executescript("PRAGMA journal_mode=WAL; CREATE TABLE IF NOT EXISTS rows (n); PRAGMA trusted_schema=OFF")
    return made


def act(what, asked, path):
    if what == "write":
        asked.connection.execute("INSERT INTO rows VALUES (1)")
    elif what == "undo":
        asked.connection.executescript("BEGIN; INSERT INTO rows VALUES (2); ROLLBACK")
    elif what == "open anew":
        asked.connection.close()
        asked.connection = opened(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(acts=ACTS)
def test_equal_moments_of_several_connections_show_the_same_rows(tmp_path_factory, acts):
    path = tmp_path_factory.mktemp("moments") / "rows.sqlite3"
    several, moments, seen = [Asked(connection=opened(path)) for _ in range(CONNECTIONS)], Moments(), {}
    for what, which in acts:
        asked = several[which]
        act(what, asked, path)
        now = moments.of(asked, asked.connection.execute(SQLITE).fetchone())
        rows = asked.connection.execute("SELECT COUNT(*) FROM rows").fetchone()
        assert seen.setdefault(now, rows) == rows
    for asked in several:
        asked.connection.close()


def test_while_nobody_writes_all_come_to_one_moment(tmp_path):
    several, moments = [Asked(connection=opened(tmp_path / "rows.sqlite3")) for _ in range(CONNECTIONS)], Moments()
    for asked in several:
        moments.of(asked, asked.connection.execute(SQLITE).fetchone())
    assert len({moments.of(asked, asked.connection.execute(SQLITE).fetchone()) for asked in several}) == 1
    for asked in several:
        asked.connection.close()


@pytest.mark.django_db(transaction=True)
def test_a_moment_lasts_until_something_is_written():
    first, again = moment(), moment()
    put("test", "a", "Strike", "", None)
    written = moment()
    put("test", "a", "Lockout", "", None)
    assert len({first, written, moment()}) == 3
    if connection.vendor == "sqlite":  # on PostgreSQL other tests write beside this one
        assert first == again


@pytest.mark.django_db
def test_a_transaction_has_no_moment_of_its_own():
    with transaction.atomic():
        assert moment() is None
