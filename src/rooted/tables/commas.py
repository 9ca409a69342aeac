"""Reads CSV of any kind: comma, semicolon, tab or bar, any line ends, names of columns in the first full line."""

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import TextIO

from rooted.tables.table import (
    LONGEST_CELL,
    LONGEST_NAME,
    LONGEST_ROW,
    MOST_COLUMNS,
    UNKEEPABLE,
    Layout,
    Row,
    Unusable,
)

DELIMITERS = (",", ";", "\t", "|")
LOOKED_AT = 30  # lines from which the delimiter is found

csv.field_size_limit(LONGEST_CELL)


class Lines:
    """The lines of a text, none longer than a row may be; keeps what the row being read is made of."""

    def __init__(self, text: TextIO) -> None:
        self.text, self.number, self.of_row = text, 0, ""

    def __iter__(self) -> Iterator[str]:
        while line := self.text.readline(LONGEST_ROW + 1):
            self.of_row += line
            if len(self.of_row) > LONGEST_ROW:
                raise Unusable("cell", self.number)
            yield line


def cells(text: TextIO, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Every line that holds something, as its cells, with its number in the file from 0."""
    lines = Lines(text)
    reader = csv.reader(iter(lines), delimiter=delimiter)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            raise Unusable("cell", lines.number) from error
        last, lines.of_row = lines.of_row, ""
        if any(cell.strip() for cell in row):
            refuse_an_open_quote(last, delimiter, lines.number)
            yield lines.number, row
            lines.number += 1


def refuse_an_open_quote(line: str, delimiter: str, number: int) -> None:
    """A cell that begins with a quote and never ends swallows the rest of a file that was cut off."""
    if line.count('"') % 2:
        try:
            list(csv.reader([line], delimiter=delimiter, strict=True))
        except csv.Error as error:
            if "end of data" in str(error):
                raise Unusable("broken", max(number - 1, 0)) from error


def layout_of(text: TextIO, encoding: str, wanted: str = "") -> Layout:
    """Delimiter and columns of a CSV file, from its first lines."""
    sample = list(islice(Lines(text), LOOKED_AT))
    delimiter = wanted or max(DELIMITERS, key=lambda sign: how_well(sample, sign))
    rows = [row for _number, row in cells_of(sample, delimiter)]
    if not rows:
        raise Unusable("empty")
    skipped = lines_above(rows)
    names = rows[skipped]
    while len(names) > 1 and not any("".join(row[len(names) - 1 :]).strip() for row in rows[skipped:]):
        names = names[:-1]
    return Layout("csv", encoding, delimiter, skipped, columns=named(names))


def cells_of(sample: list[str], delimiter: str) -> list[tuple[int, list[str]]]:
    reader = csv.reader(sample, delimiter=delimiter)
    try:
        return [(number, row) for number, row in enumerate(reader) if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise Unusable("cell", 0) from error


def how_well(sample: list[str], delimiter: str) -> tuple[float, int]:
    """How many lines have the number of cells that most have, and that number; a single cell is no table."""
    widths = Counter(len(row) for _number, row in cells_of(sample, delimiter))
    width, often = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return (often / widths.total(), width) if width > 1 else (0.0, 0)


def lines_above(rows: list[list[str]]) -> int:
    """Lines above the names: a title of one cell, "sep=;". Only where the table itself is wider."""
    width = Counter(len(row) for row in rows).most_common(1)[0][0]
    if width < 2:
        return 0
    full = (at for at, row in enumerate(rows[:10]) if sum(bool(cell.strip()) for cell in row) > 1)
    return next(full, 0)


def named(cells_: list[str]) -> tuple[str, ...]:
    """The columns' names: each once, none empty, none endless."""
    if len(cells_) > MOST_COLUMNS:
        raise Unusable("columns")
    names: list[str] = []
    for place, cell in enumerate(cells_, start=1):
        name = " ".join(UNKEEPABLE.sub(" ", cell).split())[:LONGEST_NAME] or f"#{place}"
        again = 2
        while name in names:
            name = f"{name[: LONGEST_NAME - 6]} ({again})" if again == 2 else f"{name[:-4]} ({again})"
            again += 1
        names.append(name)
    return tuple(names)


def rows(text: TextIO, layout: Layout) -> Iterator[Row]:
    """Every row below the names. A row of another length is read as far as it goes, and noted."""
    columns, number = layout.columns, 0
    for line, row in cells(text, layout.delimiter):
        if line <= layout.skipped:
            continue
        number += 1
        notes: tuple[tuple[str, str], ...] = ()
        if len(row) < len(columns):
            notes = (("row-short", ""),)
        elif any(cell.strip() for cell in row[len(columns) :]):
            notes = (("row-long", ""),)
        padded = [*row, *[""] * (len(columns) - len(row))]
        yield Row(number, dict(zip(columns, padded, strict=False)), notes)
