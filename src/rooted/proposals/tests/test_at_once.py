"""Two on one proposal at the same moment: one decision, one text; killed anywhere, all or nothing is there."""

import json
from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from rooted.base.tests import on_file
from rooted.proposals.tests import at_once as scenes

run = partial(on_file.run, Path(__file__).with_name("at_once.py"))


@pytest.mark.long
@pytest.mark.parametrize("rounds", [15])
def test_at_the_same_moment_one_is_decided_and_one_text_is_voted_on(tmp_path, rounds):
    assert run(tmp_path, "race", str(rounds)) == [json.loads(json.dumps(scenes.EXPECTED))] * rounds


@pytest.mark.long
def test_killed_before_any_statement_of_closing_nothing_is_half_done(tmp_path):
    assert run(tmp_path, "kills", "0") == {"killed": True, "half": 0, "done": True}


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    for _round in range(5):
        assert scenes.once([ana, bo]) == scenes.EXPECTED
