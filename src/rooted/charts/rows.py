"""The rows of bars: what is to be drawn, and what all rows of one drawing share. Lengths in units of the drawing."""

from collections.abc import Sequence
from dataclasses import dataclass

from rooted.charts import patterns, svg
from rooted.charts.svg import Box, Number

WIDTH = 360.0  # units
EDGE = 1.0  # units: half a stroke, kept free at both sides


@dataclass(frozen=True)
class Row:
    """`n` is what the row is about; `parts` are numbers in the order of the kinds.

    `few` is the word for an `n` too small to compare ("few: 4"); the row is then thin and hatched. `links` are the
    addresses of the parts' records, in their order, `href` that of all of the row.
    """

    label: str
    n: int
    parts: Sequence[int]
    few: str = ""
    href: str = ""
    links: Sequence[str] = ()


@dataclass(frozen=True)
class Piece:
    """One part of one row: its number, its place among the kinds, and where it is drawn."""

    kind: int
    count: int
    box: Box


@dataclass(frozen=True)
class Plan:
    """What all rows of one drawing share."""

    name: str
    kinds: Sequence[str]
    number: Number
    grouped: bool
    rtl: bool
    unit: float | None  # units for each one counted; None: every row is as long as the drawing is wide

    def flip(self, box: Box) -> Box:
        """Where it is drawn: mirrored in right-to-left languages."""
        return Box(WIDTH - box.right, box.top, WIDTH - box.left, box.bottom) if self.rtl else box

    def length(self, row: Row) -> float:
        """Units for each one counted in this row."""
        return self.unit or (WIDTH - 2 * EDGE) / (row.n or 1)

    def start(self, x: float) -> float:
        """`x` counted from the side where reading starts."""
        return WIDTH - x if self.rtl else x

    def say(self, x: float, y: float, content: str, *, anchor: str = "start", link: bool = False) -> str:
        """One line at `x` counted from the side where reading starts."""
        return svg.text(self.start(x), y, content, anchor=anchor, rtl=self.rtl, link=link)


def check(rows: Sequence[Row], kinds: Sequence[str], *, grouped: bool) -> None:
    """ValueError if the figures do not fit together."""
    if not 1 <= len(kinds) <= len(patterns.ORDER):
        raise ValueError(f"There are fills for {len(patterns.ORDER)} kinds, not for {len(kinds)}.")
    for row in rows:
        if len(row.parts) != len(kinds) or (row.links and len(row.links) != len(kinds)):
            raise ValueError(f"{row.label!r} does not have a part (and a link) for each of {len(kinds)} kinds.")
        if min(row.parts) < 0 or (max(row.parts) > row.n if grouped else sum(row.parts) != row.n):
            raise ValueError(f"The parts of {row.label!r} do not fit its n = {row.n}.")
