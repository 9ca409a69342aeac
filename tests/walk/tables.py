"""What the whole database holds, in one value: to say that a request changed nothing."""

import hashlib
import re
from collections.abc import Container, Iterable
from typing import Any

from django.db import connection

from rooted.people.models import Session
from rooted.people.sessions import SessionStore

MANY = 500  # rows; of a larger table (the towns) only the number is compared
NAME = re.compile(r'"(\w+)"')


def fingerprint(tables: Iterable[str] = ()) -> dict[str, str]:
    """For each table, or for each of those named, a digest of its rows.

    Of a session all counts but `seen` and what follows from it: it moves in steps of five minutes when a page is
    opened, the one thing a GET may write.
    """
    with connection.cursor() as cursor:
        wanted = sorted(tables) or connection.introspection.table_names(cursor)
        return {table: _digest(_sessions() if table == "people_session" else _rows(cursor, table)) for table in wanted}


def named_in(statements: Iterable[str], known: Container[str]) -> set[str]:
    """The tables that statements name; all that a statement can change is named in it."""
    return {name for sql in statements for name in NAME.findall(sql) if name in known}


def _rows(cursor: Any, table: str) -> list[str]:
    cursor.execute(f'SELECT count(*) FROM "{table}"')
    count = cursor.fetchone()[0]
    rows = []
    if count <= MANY:
        cursor.execute(f'SELECT * FROM "{table}"')
        rows = sorted(repr([bytes(v) if isinstance(v, memoryview) else v for v in row]) for row in cursor)
    return [str(count), *rows]


def _sessions() -> list[str]:
    rows = Session.objects.values_list("session_key", "person_id", "session_data")
    decoded = [(key, person, SessionStore().decode(data)) for key, person, data in rows]
    return sorted(repr((key, person, sorted({**data, "seen": 0}.items()))) for key, person, data in decoded)


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The tables looked at again that are not as they were."""
    return sorted(table for table in after if before.get(table) != after[table])
