"""Two phones in one sitting at the same moment: nobody is left out, no line is lost, no turn is given twice."""

import json
from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from rooted.assembly.tests import at_once as scenes
from rooted.base.tests import on_file

run = partial(on_file.run, Path(__file__).with_name("at_once.py"))


@pytest.mark.long
@pytest.mark.parametrize("rounds", [15])
def test_at_the_same_moment_nothing_is_lost_or_doubled(tmp_path, rounds):
    assert run(tmp_path, str(rounds)) == [json.loads(json.dumps(scenes.EXPECTED))] * rounds


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    for _round in range(5):
        assert scenes.once([ana, bo]) == scenes.EXPECTED
