"""Whether anything was written to the database since: exact, whoever wrote, and without writing anything down.

PostgreSQL says which transactions it sees: while that stays the same, so does all it shows. SQLite tells each
connection whether another one wrote since, and how many rows it changed itself; threads compare what they were told.
"""

from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

SQLITE = "SELECT (SELECT data_version FROM pragma_data_version), total_changes()"
POSTGRESQL = "SELECT pg_current_snapshot()::text"


def moment() -> object | None:
    """Two equal moments of one process show the same rows; None within a transaction, which sees its own."""
    connection = connections[DEFAULT_DB_ALIAS]  # this thread's own
    if connection.in_atomic_block:
        return None
    with connection.cursor() as cursor:
        cursor.execute(SQLITE if connection.vendor == "sqlite" else POSTGRESQL)
        told = cursor.fetchone()
    return _moments.of(connection, told) if connection.vendor == "sqlite" else told[0]


class Moments:
    """Moments of SQLite as numbers that all threads share.

    A thread that was told the same as the last time knows that nothing was written since then, and may take over the
    number others came to meanwhile: whatever they noticed is older than that. A thread that was told something else
    begins a new number, even if another has noticed the same change before it.
    """

    def __init__(self) -> None:
        self._now, self._lock = 0, Lock()
        self._told: WeakKeyDictionary[Any, tuple[Any, Any]] = WeakKeyDictionary()

    def of(self, asked: BaseDatabaseWrapper, told: Any) -> int:
        """The number of the moment in which the connection `asked` was `told` this."""
        with self._lock:
            if self._told.get(asked) != (asked.connection, told):
                self._told[asked] = (asked.connection, told)
                self._now += 1
            return self._now


_moments = Moments()
