"""What somebody learns who stole the whole database and knows every name in advance: who sits in which group?

The tables of `people` tell of persons; every other table may tell of groups. A link is a value both sides hold, an
order both sides keep, or a length that differs with what somebody belongs to.
"""

import base64
from collections.abc import Iterable

from django.db import connection

SHORT = 8  # bytes; shorter values repeat by chance
NEAR = {"people_session.expire_date"}  # twelve hours from now, for whoever is signed in: before noon it is today's date
SMALL = 2**40  # ids are random numbers up to 2^63; counts and days are not


def tables() -> tuple[list[str], list[str]]:
    """The tables about persons, and all others."""
    with connection.cursor() as cursor:
        names = sorted(set(connection.introspection.table_names(cursor)) - {"places_town", "django_migrations"})
    return [n for n in names if n.startswith("people_")], [n for n in names if not n.startswith("people_")]


def values(table: str) -> Iterable[tuple[str, object]]:
    """(column, value) of every cell; binary values as bytes."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')
        columns = [entry[0] for entry in cursor.description]
        for row in cursor:
            for column, value in zip(columns, row, strict=True):
                yield column, bytes(value) if isinstance(value, memoryview) else value


def shapes(value: object) -> set[bytes]:
    """How a telling value may stand inside another: as text, as bytes, in hex or base64. Empty for small values."""
    if isinstance(value, int) and abs(value) >= SMALL:
        raw = {value.to_bytes(8, "big", signed=True), value.to_bytes(8, "little", signed=True)}
        return raw | {str(value).encode(), f"{value:x}".encode()}
    if isinstance(value, bytes) and len(value) >= SHORT:
        return {value, value.hex().encode(), base64.b64encode(value), base64.urlsafe_b64encode(value)}
    text = "" if value is None or isinstance(value, int) else str(value)
    return {text.encode(), text.replace("-", "").encode()} if len(text) >= SHORT else set()


def as_bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode()


def cells(tables: list[str]) -> list[tuple[str, object]]:
    """(table.column, value) of every cell of these tables."""
    return [(f"{table}.{column}", value) for table in tables for column, value in values(table)]


def shared_values(one: list[str], other: list[str]) -> list[str]:
    """Values of a cell of `other` that stand in a cell of `one`: a foreign key, or a copy of any kind."""
    persons, groups = cells(one), cells(other)
    found = copies(groups, [cell for cell in persons if cell[0] not in NEAR])
    found |= {(there, here) for here, there in copies(persons, groups)}
    return sorted(f"{there} and {here} hold the same value." for here, there in found)


def copies(looked_for: list[tuple[str, object]], heap: list[tuple[str, object]]) -> set[tuple[str, str]]:
    """(where it is from, where it stands too) of each value that stands in the heap."""
    held = [(place, as_bytes(value)) for place, value in heap]
    whole = b"\0".join(value for _place, value in held)  # asked first: nearly nothing stands anywhere
    found = set()
    for place, value in looked_for:
        for shape in shapes(value):
            if shape in whole:
                found |= {(place, there) for there, piece in held if shape in piece}
    return found


def ordered_tables(names: list[str]) -> list[str]:
    """Tables whose rows SQLite keeps in the order in which they were made: a hidden rowid beside the key.

    On PostgreSQL the heap keeps an order too, which no column can change; docs/privacy.md says so.
    """
    found = []
    with connection.cursor() as cursor:
        for table in names:
            key = connection.introspection.get_primary_key_column(cursor, table)
            cursor.execute(f'SELECT count(*) FROM "{table}" WHERE rowid IS NOT "{key}"')
            if cursor.fetchone()[0]:
                found.append(f"{table} keeps the order in which its rows were made (its rowid is not its key).")
    return found


def lengths(table: str) -> dict[str, set[int]]:
    """Column -> the lengths its binary and text values have."""
    found: dict[str, set[int]] = {}
    for column, value in values(table):
        if isinstance(value, bytes | str):
            found.setdefault(column, set()).add(len(value))
    return found


def telling_lengths(table: str) -> list[str]:
    """Columns whose values differ in length from row to row."""
    return [
        f"{table}.{column} has the lengths {sorted(some)}: pad it."
        for column, some in sorted(lengths(table).items())
        if len(some) > 1
    ]
