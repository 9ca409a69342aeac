"""What needs a database file: two people at the same moment."""

from pathlib import Path

import pytest
from django.db import connection

from rooted.base.tests import on_file
from rooted.support.tests import races

EXPECTED = {
    "links": [[1, 1]] * 3,
    "both yes": [["Me", "Me"]] * 3,
    "imports": 2,
    "pairings": [1, [["?", "Ours", "Theirs"]] * 2, 0],
}


@pytest.mark.long
def test_at_the_same_moment_nothing_happens_twice_and_nothing_is_lost(tmp_path):
    assert on_file.run(Path(__file__).with_name("on_file.py"), tmp_path) == EXPECTED


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo, cem):
    assert races.links(ana, bo) == (1, 1)
    assert races.both_yes(ana) == ["Me", "Me"]
    assert races.imports() == 2
    assert races.pairings(ana, bo, cem) == (1, [["?", "Ours", "Theirs"]] * 2, 0)
