"""Two people at the same moment: one gets it, the other a sentence; nothing is doubled or left with who has gone."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from rooted.groups.tests.make import member
from rooted.tasks.tests import at_once


def run(folder, *words):
    """Run at_once.py on an SQLite file of its own; its JSON."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("ROOTED_")}
    env |= {"ROOTED_DATA": str(folder), "PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}"}
    env |= {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
    script = Path(__file__).with_name("at_once.py")
    done = subprocess.run(
        [sys.executable, script, *words], env=env, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.long
@pytest.mark.parametrize("rounds", [40])
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
