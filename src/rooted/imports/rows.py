"""The rows of a file that are still to be brought in, read through its mapping."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from rooted.imports.keeping import open_kept
from rooted.imports.models import ImportFile
from rooted.mappings.making import Made, Maker
from rooted.mappings.numbering import Numbering, repeated_numbers
from rooted.mappings.shape import Mapping
from rooted.tables.looking import rows
from rooted.tables.table import Layout, OpenFile


@dataclass(frozen=True)
class ReadRow:
    """One row of the file, read through the mapping."""

    number: int
    external_id: str
    source_set: str
    made: Made


def read_rows(open_file: OpenFile, layout: Layout, mapping: Mapping, *, after: int = 0) -> Iterator[ReadRow]:
    """The rows after the first `after`, each with the id by which it is known again."""
    column, maker = mapping.column_of("number"), Maker(mapping)
    repeated = frozenset() if maker.ours else repeated_numbers(rows(open_file, layout), column)
    numbering = Numbering(column, repeated)
    for row in rows(open_file, layout):
        number, unclear = ("", ()) if row.values is None or maker.ours else numbering.take(row.values)
        if row.number > after:
            made = maker.make(row.values, number, row.notes + unclear)
            known_by = made.record.external_id if made.record else number
            yield ReadRow(row.number, known_by, made.source_set or mapping.code, made)


# What a slice of the worker left off, for its next one: finding the place in a long file again would take longer with
# each slice. At most one file, and only in this process: whoever comes after it begins at the file's beginning.
_left_off: dict[UUID, tuple[int, Iterator[ReadRow]]] = {}


def leave_off(file: ImportFile, done: int, rest: Iterator[ReadRow]) -> None:
    """Keep the reading of a file of which `done` rows are brought in."""
    _left_off.clear()
    _left_off[file.pk] = done, rest


def rows_left(file: ImportFile, done: int) -> Iterator[ReadRow]:
    """The rows after the first `done`, where this process left off if it did."""
    at, rest = _left_off.pop(file.pk, (-1, iter(())))
    if at == done:
        return rest
    return read_rows(lambda: open_kept(file), file.look.layout, file.plan, after=done)
