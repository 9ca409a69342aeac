"""What the whole database holds, in one value: to say that a request changed nothing."""

import hashlib

from django.db import connection

from rooted.people.models import Session
from rooted.people.sessions import SessionStore

MANY = 500  # rows; of a larger table (the towns) only the number is compared


def fingerprint() -> dict[str, str]:
    """For each table a digest of its rows. Of a session all counts but `seen` and what follows from it.

    `seen` moves in steps of five minutes when a page is opened: the one thing a GET may write.
    """
    found = {"people_session": _digest(sorted(_sessions()))}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table == "people_session":
                continue
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            count = cursor.fetchone()[0]
            rows = []
            if count <= MANY:
                cursor.execute(f'SELECT * FROM "{table}"')
                rows = sorted(repr([bytes(v) if isinstance(v, memoryview) else v for v in row]) for row in cursor)
            found[table] = _digest([str(count), *rows])
    return found


def _sessions() -> list[str]:
    rows = Session.objects.values_list("session_key", "person_id", "session_data")
    decoded = [(key, person, SessionStore().decode(data)) for key, person, data in rows]
    return [repr((key, person, sorted({**data, "seen": 0}.items()))) for key, person, data in decoded]


def _digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def changed(before: dict[str, str], after: dict[str, str]) -> list[str]:
    """The tables that are not as they were."""
    return sorted(table for table in before.keys() | after.keys() if before.get(table) != after.get(table))
