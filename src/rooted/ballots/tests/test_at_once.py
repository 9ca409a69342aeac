"""At the same moment each vote counts once, one closes, one asks again; killed anywhere, all or nothing is there."""

from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from conftest import join, newcomer
from rooted.ballots.tests import at_once
from rooted.base.tests import on_file

run = partial(on_file.run, Path(__file__).with_name("at_once.py"))


def expected(rounds):
    return {
        "closing": [True] * rounds,
        "clicks": [1] * rounds,
        "closed": [1] * rounds,
        "again": [1] * rounds,
        "tellers": [20] * rounds,
    }


@pytest.mark.long
@pytest.mark.parametrize("rounds", [15])
def test_at_the_same_moment_everything_counts_once(tmp_path, rounds):
    assert run(tmp_path, "race", str(rounds)) == expected(rounds)


@pytest.mark.long
def test_killed_before_any_statement_nothing_is_half_done(tmp_path):
    whole = {"killed": True, "half": 0}
    assert run(tmp_path, "kills", "200") == {"cast": whole, "count": whole, "close": whole}


@pytest.mark.long
def test_what_burnt_is_gone_from_the_file_byte_by_byte(tmp_path):
    assert run(tmp_path, "burning", "0") == [True, 0, 1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    cast = [ana, bo, *(join(newcomer(f"m{number}"), ana) for number in range(4))]
    assert at_once.race(cast, 3) == expected(3)
