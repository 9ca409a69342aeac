"""Looks a file through once: its layout, how many rows, some of them, and which words its columns hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from rooted.tables import braces, commas
from rooted.tables.alphabets import OLD
from rooted.tables.letters import as_text, encoding_of, readable
from rooted.tables.table import MOST_COLUMNS, MOST_ROWS, Layout, OpenFile, Row, Unusable

FIRST, SPREAD = 20, 80  # rows kept to be shown and tried: the first ones, and some from the whole file
SAMPLE_CELL = 5_000  # characters of each of their cells
MOST_SAMPLED = 400_000  # characters of all of them together
WORDS = 200  # different values of one column that are counted; a column with more holds no words of a list
LONGEST_WORD = 80


@dataclass(frozen=True)
class Look:
    """What is known of a file before anything is written: `words` are the values of columns that repeat, the commonest
    first; `filled` how many rows have something in a column."""

    layout: Layout
    rows: int
    samples: tuple[dict[str, Any], ...]
    words: dict[str, list[str]] = field(default_factory=dict)
    filled: dict[str, int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    uneven: int = 0  # rows with fewer or more cells than there are columns

    def to_plain(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_plain(cls, plain: dict[str, Any]) -> "Look":
        layout = dict(plain["layout"])
        layout["columns"] = tuple(layout["columns"])
        rest = {name: tuple(plain[name]) for name in ("samples", "notes")}
        return cls(**{**plain, **rest, "layout": Layout(**layout)})


def look(open_file: OpenFile, *, encoding: str = "", delimiter: str = "") -> Look:
    """Read the whole file once. Raises Unusable, with one sentence, for a file that cannot be brought in."""
    layout = find_layout(open_file, encoding, delimiter)
    seen = Seen(layout.columns)
    for row in rows(open_file, layout):
        if row.number > MOST_ROWS and not layout.chronicle:
            raise Unusable("rows")
        seen.take(row)
    if not seen.rows:
        raise Unusable("no-rows")
    columns = tuple(column for column in seen.filled if not seen.is_hull(column))
    if not columns:
        raise Unusable("no-list")
    if layout.kind == "csv" and len(columns) == 1 and layout.delimiter:
        raise Unusable("one-column")
    notes = tuple(["letters-guessed"] if not encoding and layout.encoding in OLD else [])
    if layout.encoding == "utf-8" and not readable(open_file, "utf-8"):
        notes = ("letters-broken",)
    kept = Layout(**{**asdict(layout), "columns": columns})
    filled = {column: seen.filled[column] for column in columns}
    return Look(kept, seen.rows, seen.samples, seen.common(), filled, notes, seen.uneven)


def find_layout(open_file: OpenFile, encoding: str, delimiter: str) -> Layout:
    found = encoding_of(open_file, encoding)
    if not delimiter:
        json = braces.layout_of(lambda: as_text(open_file(), found), found)
        if json is not None:
            return json
    with open_file() as file:
        return commas.layout_of(as_text(file, found), found, delimiter)


def rows(open_file: OpenFile, layout: Layout) -> Iterator[Row]:
    """Every row of the file, in its order, one at a time."""
    with open_file() as file:
        text = as_text(file, layout.encoding)
        yield from commas.rows(text, layout) if layout.kind == "csv" else braces.rows(text, layout)


class Seen:
    """What the rows that went by held."""

    def __init__(self, columns: tuple[str, ...]) -> None:
        self.rows = self.uneven = 0
        self.filled: dict[str, int] = dict.fromkeys(columns, 0)
        self.words: dict[str, Counter[str] | None] = {}
        self.first: list[dict[str, Any]] = []
        self.spread: list[dict[str, Any]] = []
        self.step = 1

    def take(self, row: Row) -> None:
        self.rows += 1
        self.uneven += bool(row.notes)
        if row.values is None:
            return
        for column, value in row.values.items():
            if column not in self.filled:
                self.new_column(column)
            if value not in (None, "", []):
                self.filled[column] += 1
                self.count(column, value)
        if len(self.first) < FIRST:
            self.first.append(sample(row.values))
        elif row.number % self.step == 0:
            self.spread.append(sample(row.values))
            if len(self.spread) == SPREAD:
                self.spread, self.step = self.spread[1::2], 2 * self.step

    def new_column(self, column: str) -> None:
        self.filled[column] = 0
        if len(self.filled) > MOST_COLUMNS:
            raise Unusable("columns")

    def is_hull(self, column: str) -> bool:
        """Whether nothing stands in a column but what others have inside it: "place" beside "place.town"."""
        return not self.filled[column] and any(other.startswith(f"{column}.") for other in self.filled)

    def count(self, column: str, value: Any) -> None:
        """Words of a list, also where a cell holds several; a column of other things is not counted further."""
        counter = self.words.setdefault(column, Counter())
        if counter is None:
            return
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and len(one) <= LONGEST_WORD:
                counter[one.strip()] += 1
        if len(counter) > WORDS:
            self.words[column] = None

    @property
    def samples(self) -> tuple[dict[str, Any], ...]:
        """As many as fit, in the file's order."""
        kept: list[dict[str, Any]] = []
        size = 0
        for values in [*self.first, *self.spread]:
            size += sum(len(str(value)) for value in values.values())
            if kept and size > MOST_SAMPLED:
                break
            kept.append(values)
        return tuple(kept)

    def common(self) -> dict[str, list[str]]:
        return {
            column: [word for word, _often in counter.most_common() if word]
            for column, counter in self.words.items()
            if counter
        }


def sample(values: dict[str, Any]) -> dict[str, Any]:
    return {column: value[:SAMPLE_CELL] if isinstance(value, str) else value for column, value in values.items()}
