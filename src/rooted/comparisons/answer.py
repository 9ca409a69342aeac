"""An answer from counted rows: groups, each with its n, what is known and what is not. Pure: no database, no request.

A row is (group, part, value, how many): codes of what is held against each other, of the split, of what was asked.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rooted.comparisons.figures import Figure, verdict
from rooted.comparisons.measures import Measure
from rooted.comparisons.traits import NOT_KNOWN

Counts = Mapping[Any, int]
Row = tuple[str, str, Any, int]
ALL = "all"  # the code of the line of all records; no trait has it


@dataclass(frozen=True)
class Line:
    """One group (in one part of a split): its counts by column, its figure. `part` is "" where nothing is split."""

    code: str
    words: str
    part: str
    columns: Counts
    figure: Figure

    @property
    def n(self) -> int:
        return self.figure.n

    @property
    def few(self) -> bool:
        return self.figure.few


@dataclass(frozen=True)
class Part:
    """The groups within one value of the split; the only part, "", where nothing is split.

    `not_known`: those of its records of which it is not known which group they belong to.
    """

    code: str
    words: str
    lines: tuple[Line, ...]
    not_known: Line | None = None


@dataclass(frozen=True)
class Answer:
    """`whole`: the groups over all parts; `everything`: all records asked about, each once."""

    whole: Part
    parts: tuple[Part, ...]
    everything: Line
    twice: int = 0  # records that count in more than one of the groups
    not_shown: int = 0  # groups that are not shown
    parts_not_shown: int = 0

    @property
    def not_known(self) -> Line | None:
        """Records of which it is not known which group they belong to."""
        return self.whole.not_known

    @cached_property
    def ranked(self) -> list[Line]:
        """The groups of which enough is known, the largest figure first."""
        enough = [line for line in self.whole.lines if not line.few and line.figure.middle is not None]
        return sorted(enough, key=lambda line: -(line.figure.middle or 0))

    @property
    def verdict(self) -> str:
        """What can be said of the first and the last; "" with fewer than two groups."""
        lines = self.ranked if len(self.ranked) > 1 else list(self.whole.lines)
        return verdict(lines[0].figure, lines[-1].figure) if len(lines) > 1 else ""

    @property
    def agreeing(self) -> tuple[int, int]:
        """Of the parts in which enough is known of both of two groups: in how many the order is that of the whole."""
        if len(self.ranked) != 2:
            return 0, 0
        first, second = (line.code for line in self.ranked)
        compared = [
            (found[first].figure.middle or 0) - (found[second].figure.middle or 0)
            for part in self.parts
            if {first, second} <= set(found := {line.code: line for line in part.lines if not line.few})
        ]
        return sum(difference > 0 for difference in compared), len(compared)


def line(measure: Measure, counts: Counts, code: str, words: str, part: str = "") -> Line:
    """One line from how many records have which value."""
    columns: Counter[str] = Counter()
    for value, count in counts.items():
        columns[measure.column_of(value)] += count
    return Line(code, words, part, columns, measure.figure(counts))


def gathered(rows: Iterable[Row]) -> dict[tuple[str, str], Counter[Any]]:
    """By group and part, how many records have which value."""
    found: dict[tuple[str, str], Counter[Any]] = {}
    for code, part, value, count in rows:
        found.setdefault((code, part), Counter())[value] += count
    return found


def part_of(
    measure: Measure, found: Mapping[tuple[str, str], Counts], groups: Mapping[str, str], code: str, words: str = ""
) -> Part:
    """The lines of all groups within one part; a group without records in it has a line of zeros."""
    lines = (line(measure, found.get((group, code), {}), group, said, code) for group, said in groups.items())
    unknown = found.get((NOT_KNOWN, code))
    return Part(code, words, tuple(lines), line(measure, unknown, NOT_KNOWN, "", code) if unknown else None)


def in_order(counts: Mapping[str, int], order: Sequence[str], *, in_time: bool = False) -> list[str]:
    """Codes as they are shown: in their own order, in time, or the most frequent first; "" (not known) is last."""
    codes = [code for code in counts if code]
    if order:
        codes = [code for code in order if code in counts]
    elif in_time:
        codes.sort(key=int)
    else:
        codes.sort(key=lambda code: (-counts[code], code))
    return codes + ([""] if "" in counts else [])
