"""SQLite's log holds a person's keyring beside their new seat until it is emptied: that happens at once."""

import pytest
from django.db import connection

from conftest import found, join, newcomer
from rooted.circles.actions import checkpoint
from rooted.groups.actions import part, part_everywhere


@pytest.mark.parametrize(
    "deed",
    [
        lambda ana: found(newcomer("wren"), "Yard"),
        lambda ana: join(newcomer("wren"), ana),
        lambda ana: part(ana.seat, today=ana.group.founded_month),
        lambda ana: part_everywhere(ana.keyring, today=ana.group.founded_month),
    ],
    ids=["founding", "coming in", "leaving", "leaving everything"],
)
def test_the_log_is_emptied_after(deed, ana, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as after:
        deed(ana)
    assert checkpoint in after


@pytest.mark.django_db(transaction=True)
def test_emptying_the_log_leaves_the_patience_of_writers_as_it_was():
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has it")
    checkpoint()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout")
        assert cursor.fetchone() == (20_000,)
