"""By what a row is known again: its own number, or a digest of its content where it has none of its own."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from rooted.mappings.cells import kept, says_nothing
from rooted.tables.table import Row

LONGEST = 80  # characters of a number


def number_of(values: dict[str, Any], column: str) -> str:
    """A row's own number, or "" where it has none that can be kept."""
    text = kept(values.get(column)) if column else ""
    return "" if says_nothing(text) or len(text) > LONGEST else text


def repeated_numbers(rows: Iterable[Row], column: str) -> frozenset[str]:
    """The numbers that stand on more than one row."""
    if not column:
        return frozenset()
    seen = Counter(number_of(row.values, column) for row in rows if row.values is not None)
    return frozenset(number for number, often in seen.items() if number and often > 1)


class Numbering:
    """Gives every row, in the file's order, the id by which it is known again, and what is to be said about it.

    A number that stands on one row only is the id. Any other row is known by its content, and rows of the same content
    by which of them it is: so that the same file again, or a longer one, brings none of them twice.
    """

    def __init__(self, column: str, repeated: frozenset[str]) -> None:
        self.column, self.repeated = column, repeated
        self.seen: Counter[bytes] = Counter()

    def take(self, values: dict[str, Any]) -> tuple[str, tuple[tuple[str, str], ...]]:
        number = number_of(values, self.column)
        if number and number not in self.repeated:
            return number, ()
        digest = digest_of(values)
        self.seen[digest] += 1
        often = self.seen[digest]
        notes = [("number-repeats", number)] if number else []
        if often > 1:
            notes.append(("row-repeats", str(often)))
        return digest.hex() + (f"-{often}" if often > 1 else ""), tuple(notes)


def digest_of(values: dict[str, Any]) -> bytes:
    """Ten bytes (BLAKE2b) of what a row says; columns that say nothing do not count."""
    said = sorted((column, kept(value)) for column, value in values.items() if value not in (None, ""))
    return hashlib.blake2b(json.dumps(said).encode(), digest_size=10).digest()
