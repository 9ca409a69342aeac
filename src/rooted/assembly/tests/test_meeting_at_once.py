"""Two phones in one sitting at the same moment: nobody is left out, no line is lost, no turn is given twice."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from rooted.assembly.tests import meeting_at_once


def run(folder, *words):
    """Run meeting_at_once.py on an SQLite file of its own; its JSON."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("ROOTED_")}
    env |= {"ROOTED_DATA": str(folder), "PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}"}
    env |= {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
    script = Path(__file__).with_name("meeting_at_once.py")
    done = subprocess.run(
        [sys.executable, script, *words], env=env, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.long
@pytest.mark.parametrize("rounds", [40])
def test_at_the_same_moment_nothing_is_lost_or_doubled(tmp_path, rounds):
    assert run(tmp_path, str(rounds)) == [json.loads(json.dumps(meeting_at_once.EXPECTED))] * rounds


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    for _round in range(5):
        assert meeting_at_once.once([ana, bo]) == meeting_at_once.EXPECTED
