"""A thousand letters in less than a minute: all are taken, and the rest of the server goes on answering."""

import sqlite3

import pytest
from django.conf import settings

from rooted.intake.models import HOLDS_ABOVE
from rooted.operate.tests.machine import free_port, prepared, server
from tests.faults.browsing import Browser
from tests.faults.flooding import flood, open_wide
from tests.faults.real import seeded

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(settings.DATABASE), reason="looks into SQLite's file")]

LETTERS = 1_000
# Seconds; what a slow machine did not send by then is not sent. How many it takes: benchmarks/bench_flood.py
WITHIN = 40.0
WAITING = "SELECT count(*) FROM intake_thread WHERE held_on IS NULL"


def waiting(data):
    """How many letters lie in the inbox, none held back."""
    connection = sqlite3.connect(data / "rooted.sqlite3")
    try:
        return connection.execute(WAITING).fetchone()[0]
    finally:
        connection.close()


def test_public_pages_answer_while_letters_flood_in_and_every_letter_is_taken(tmp_path):
    data, port = prepared(tmp_path / "data"), free_port()
    people, before = seeded(data, 1), waiting(data)
    with server(data, port):
        open_wide(Browser(port, people["cookies"]["m0"]))
        result = flood(port, letters=LETTERS, within=WITHIN, longest=WITHIN)
    print(result.told())
    assert (result.back, result.failed, result.refused_pages) == (0, 0, 0)
    assert waiting(data) - before == result.taken > HOLDS_ABOVE
