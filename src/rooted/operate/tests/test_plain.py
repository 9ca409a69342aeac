"""Faults of the machine in one sentence."""

import pytest
from django.db import OperationalError, ProgrammingError

from rooted.operate.plain import in_words


@pytest.mark.parametrize(
    "fault",
    [OperationalError("no such table: groups_group"), ProgrammingError('relation "groups_group" does not exist')],
)
def test_a_database_that_was_never_prepared_is_said_with_what_to_do(fault):
    assert in_words(fault) == "There is no database here yet. Start ./rooted once, then run this again."


def test_a_fault_of_ours_keeps_its_own_words():
    assert in_words(ProgrammingError('column "colour" does not exist')) == ""
