"""What needs a database file: two people at the same moment, and bytes that are really gone."""

from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from rooted.base.tests import on_file
from rooted.notes.tests import at_once

run = partial(on_file.run, Path(__file__).with_name("on_file.py"))


@pytest.mark.long
@pytest.mark.parametrize("rounds", [15])
def test_at_the_same_moment_nothing_is_lost_counted_twice_or_half_erased(tmp_path, rounds):
    assert run(tmp_path, "race", str(rounds)) == {
        "saves": [[1, [1, 2], True]] * rounds,
        "save_and_erase": [[0, 0]] * rounds,
        "readings": [2] * rounds,
        "reading_and_the_end_of_counting": [0] * rounds,
        "correction_and_withdrawal": [[1, True]] * rounds,
    }


@pytest.mark.long
def test_erased_notes_and_withdrawn_announcements_are_gone_from_the_file_byte_by_byte(tmp_path):
    assert run(tmp_path, "erasure", "1") == [[True, True], [0, 0, 0], True]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    for _round in range(5):
        assert at_once.saves(ana, bo) == (1, [1, 2], True)
        assert at_once.save_and_erase(ana, bo) == (0, 0)
        assert at_once.readings(ana, bo) == 2
        assert at_once.reading_and_the_end_of_counting(ana, bo) == 0
        assert at_once.correction_and_withdrawal(ana, bo) == (1, True)
