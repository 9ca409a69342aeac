"""Two people at the same moment: one gets it, the other a sentence; nothing is doubled or left with who has gone."""

from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from rooted.base.tests import on_file
from rooted.groups.tests.make import member
from rooted.tasks.tests import at_once

run = partial(on_file.run, Path(__file__).with_name("at_once.py"))


@pytest.mark.long
@pytest.mark.parametrize("rounds", [15])
def test_at_the_same_moment_one_gets_it_and_nothing_is_doubled_or_lost(tmp_path, rounds):
    assert run(tmp_path, str(rounds)) == {
        "task": [1] * rounds,
        "slot": [[1, True, True]] * rounds,
        "made": [56] * rounds,
        "left": [0] * rounds,
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    eva = member(ana, "eva")
    for number in range(5):
        assert at_once.task_taken(ana, bo) == 1
        assert at_once.offered_slot_taken(ana, bo, eva) == (1, True, True)
        assert at_once.slots_made(ana) == 56
        assert at_once.left_while_taking(ana, f"leaver{number}") == 0
