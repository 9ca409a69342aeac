"""Room for SQLite's pages while a list is brought in.

Each row touches some thirty indexes, most of random ids: with its usual 2 MB SQLite reads their pages from the file
again and again, the more the longer the list is. PostgreSQL has such room of its own.
"""

from django.db import connection

LARGE, USUAL = 32 * 1024, 2_000  # KiB of this connection; it takes only what it fills


def make_room() -> None:
    """From now on; the next slice of the same import finds the pages still there."""
    _set(LARGE)


def give_room_back() -> None:
    """The import is at its end, or stopped."""
    _set(USUAL)


def _set(kib: int) -> None:
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA cache_size=-{kib}")
