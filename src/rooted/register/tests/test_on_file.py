"""What needs a database file: two people at the same moment, a killed server, and bytes that are really gone."""

from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from rooted.base.tests import on_file
from rooted.register.tests import at_once

run = partial(on_file.run, Path(__file__).with_name("on_file.py"))


@pytest.mark.long
@pytest.mark.parametrize("rounds", [15])
def test_at_the_same_moment_every_entry_gets_its_number_and_the_chain_holds(tmp_path, rounds):
    expected = {name: [list(one)] * rounds for name, one in at_once.EXPECTED.items()}
    assert run(tmp_path, "race", str(rounds)) == expected


@pytest.mark.long
def test_killed_before_any_statement_nothing_is_half_done_and_the_next_run_finishes(tmp_path):
    assert run(tmp_path, "killed", "") == [[True, []], [True, []], 1, 0]


@pytest.mark.long
def test_a_burnt_text_and_its_tasks_are_gone_from_the_file_byte_by_byte(tmp_path):
    assert run(tmp_path, "burning", "") == [True, 0, True]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    for _round in range(5):
        assert {one.__name__: one(ana, bo) for one in at_once.RACES} == at_once.EXPECTED
