"""What needs a database file: two people at the same moment, a killed server, and bytes that are really gone."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from rooted.reports.tests import at_once


def process(folder, *words):
    env = {key: value for key, value in os.environ.items() if not key.startswith("ROOTED_")}
    env |= {"ROOTED_DATA": str(folder), "PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}"}
    env |= {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
    script = Path(__file__).with_name("on_file.py")
    command = [sys.executable, str(script), *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=300, check=False)


def run(folder, *words):
    """Run on_file.py on an SQLite file of its own; its JSON."""
    done = process(folder, *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.long
@pytest.mark.parametrize("rounds", [30])
def test_at_the_same_moment_nothing_is_lost_and_nothing_done_twice(tmp_path, rounds):
    expected = {name: [list(one)] * rounds for name, one in at_once.EXPECTED.items()}
    assert run(tmp_path, "race", str(rounds)) == expected


@pytest.mark.long
@pytest.mark.parametrize("place", ["saving", "releasing"])
def test_a_server_killed_in_the_middle_leaves_all_as_it_was(tmp_path, place):
    assert process(tmp_path, "killed", place).returncode == -signal.SIGKILL
    assert run(tmp_path, "afterwards", "") == [1, True, 1, 0, ["reports.forward", "reports.report"]]


@pytest.mark.long
def test_an_erased_report_is_gone_from_the_file_byte_by_byte(tmp_path):
    assert run(tmp_path, "erasure", "") == [True, 0]


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    for _round in range(5):
        assert {one.__name__: one(ana, bo) for one in at_once.RACES} == at_once.EXPECTED
