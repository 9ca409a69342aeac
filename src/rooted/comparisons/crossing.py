"""What went together: two things records can be told apart by, crossed. Each cell is a number of records, no more."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from rooted.base.templatetags.parts import grouped
from rooted.comparisons import counting, saying
from rooted.comparisons.answer import in_order
from rooted.comparisons.asking import most_frequent, worded
from rooted.comparisons.figures import FEW
from rooted.comparisons.linking import narrowed, open_at
from rooted.comparisons.tables import Block, Cell, Row, Table
from rooted.comparisons.traits import NOT_KNOWN, TRAITS, Trait
from rooted.struggles.finding import Selection

ACROSS = ("outcome", "lasted", "size", "month", "led_by", "form", "response", "decade")
MOST_ROWS, MOST_COLUMNS = 30, 21
ALL = "all"


@dataclass(frozen=True)
class Crossing:
    """`rows` and `columns` are keys of TRAITS, `columns` one of ACROSS."""

    among: Selection
    rows: str = "form"
    columns: str = "outcome"

    @property
    def down(self) -> Trait:
        return TRAITS[self.rows]

    @property
    def across(self) -> Trait:
        return TRAITS[self.columns]

    def query(self) -> str:
        """The query string of its address."""
        own = urlencode({"rows": self.rows, "columns": self.columns})
        return "&".join(part for part in (self.among.query(), own) if part)


@dataclass(frozen=True)
class Crossed:
    """How many records have both codes; `down` and `across` by code alone, each record once under each code."""

    cells: Mapping[tuple[str, str], int]
    down: Mapping[str, int]
    across: Mapping[str, int]
    n: int

    def of(self, row: str) -> dict[str, int]:
        """The cells of one row, by column."""
        return {column: n for (code, column), n in self.cells.items() if code == row}


def crossed(crossing: Crossing) -> Crossed:
    """The counts, in four statements however many records there are."""
    records = crossing.among.records()
    cells = counting.tally(records, {"held": crossing.down, "by": crossing.across})
    down: dict[str, int] = dict(counting.tally(records, {"held": crossing.down}))
    across: dict[str, int] = dict(counting.tally(records, {"by": crossing.across}))
    return Crossed(Counter({(row, column): n for row, column, n in cells}), down, across, records.count())


class CrossTable:
    """The counts as a table: n of each row, each cell with the share of its row, few marked."""

    def __init__(self, crossing: Crossing, found: Crossed) -> None:
        self.crossing, self.found = crossing, found
        self.columns = _shown(crossing.across, found.across, MOST_COLUMNS)
        self.rows = _shown(crossing.down, found.down, MOST_ROWS)
        self.hidden = len(found.down) - len(self.rows) + len(found.across) - len(self.columns)

    def table(self) -> Table:
        """Rows and columns in the order of their codes; not known is last in both."""
        named, found = worded(self.crossing.down, self.rows), self.found
        heads = tuple(words or _("Not known") for words in worded(self.crossing.across, self.columns).values())
        rows = [self._row(named[code] or _("Not known"), code, found.down[code], found.of(code)) for code in self.rows]
        foot = self._row(_("All of these struggles"), ALL, found.n, found.across)
        return Table(heads, (), (Block("", "", tuple(rows)),), foot)

    def _row(self, words: str, code: str, n: int, counts: Mapping[str, int]) -> Row:
        among: Selection | None = self.crossing.among
        if code != ALL:
            among = narrowed(among, self.crossing.rows, code)
        cells = [Cell(grouped(n), open_at(among) if n else "", count=n)]
        for column in self.columns:
            count = counts.get(column, 0)
            href = open_at(narrowed(among, self.crossing.columns, column)) if count else ""
            cells.append(Cell(grouped(count), href, saying.percent(count / n) if count and n >= FEW else "", count))
        return Row(words, tuple(cells), (), _("fewer than 10") if 0 < n < FEW else "")


def _shown(trait: Trait, counts: Mapping[str, int], most: int) -> list[str]:
    codes = in_order(counts, trait.order, in_time=trait.in_time)
    return most_frequent([code for code in codes if code], counts, most) + ([NOT_KNOWN] if NOT_KNOWN in counts else [])
