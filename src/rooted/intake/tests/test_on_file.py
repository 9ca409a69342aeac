"""What needs a database file: two people at the same moment, and bytes that are really gone."""

from functools import partial
from pathlib import Path

import pytest
from django.db import connection

from rooted.base.tests import on_file
from rooted.intake.tests import at_once

run = partial(on_file.run, Path(__file__).with_name("on_file.py"))


@pytest.mark.parametrize("rounds", [3, pytest.param(15, marks=pytest.mark.long)])
def test_at_the_same_moment_nobody_answers_takes_or_sends_twice(tmp_path, rounds):
    assert run(tmp_path, "race", str(rounds)) == {
        "answers": [[1, 2, 2]] * rounds,
        "takes": [1] * rounds,
        "same page": [[1, 1]] * rounds,
        "both sides": [[2, True, True]] * rounds,
    }


@pytest.mark.long
def test_erased_letters_are_gone_from_the_file_byte_by_byte(tmp_path):
    assert run(tmp_path, "erasure", "1") == {"expiry": [True, 0, True], "the stranger's word": [True, 0, True]}


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's test database is in memory: see the file test")
def test_at_the_same_moment_on_the_larger_database(ana, bo):
    for _round in range(5):
        assert at_once.answers(ana, bo) == (1, 2, 2)
        assert at_once.takes(ana, bo) == 1
        assert at_once.same_page(ana.group) == (1, 1)
        assert at_once.answer_and_further_letter(ana.group, ana) == (2, True, True)
