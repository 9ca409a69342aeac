"""What needs a database file: two people at the same moment, a killed server, and bytes that are really gone."""

import signal
from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from rooted.base.tests import on_file
from rooted.reports.tests import at_once

run = partial(on_file.run, Path(__file__).with_name("on_file.py"))
process = partial(on_file.process, Path(__file__).with_name("on_file.py"))


@pytest.mark.long
@pytest.mark.parametrize("rounds", [15])
def test_at_the_same_moment_nothing_is_lost_and_nothing_done_twice(tmp_path, rounds):
    expected = {name: [one if one is True else list(one)] * rounds for name, one in at_once.EXPECTED.items()}
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
