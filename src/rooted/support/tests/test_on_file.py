"""What needs a database file: two people at the same moment."""

import pytest
from django.db import connection

import rooted.support.tests as here
from rooted.intake.tests import test_on_file
from rooted.support.tests import races

EXPECTED = {
    "links": [[1, 1]] * 3,
    "both yes": [["Me", "Me"]] * 3,
    "imports": 2,
    "pairings": [1, [["?", "Ours", "Theirs"]] * 2, 0],
}


@pytest.mark.long
def test_at_the_same_moment_nothing_happens_twice_and_nothing_is_lost(tmp_path, monkeypatch):
    monkeypatch.setattr(test_on_file, "__file__", f"{here.__path__[0]}/test_on_file.py")
    assert test_on_file.run(tmp_path) == EXPECTED


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo, cem):
    assert races.links(ana, bo) == (1, 1)
    assert races.both_yes(ana) == ["Me", "Me"]
    assert races.imports() == 2
    assert races.pairings(ana, bo, cem) == (1, [["?", "Ours", "Theirs"]] * 2, 0)
