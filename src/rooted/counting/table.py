"""The stages of a count as a table, a row for each option, a column for each stage; and as text for a terminal."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rooted.counting.lots import NAME as LOTS
from rooted.counting.report import Count, Decision, Stage
from rooted.counting.telling import number, tell

ELECTED, EXCLUDED = "elected", "excluded"
EXHAUSTED, LOST = "exhausted", "lost"


@dataclass(frozen=True)
class Cell:
    """What an option has at the end of a stage (None: it is out), and whether it was ELECTED or EXCLUDED by it."""

    amount: Fraction | None
    fate: str = ""


@dataclass(frozen=True)
class Row:
    """`name` of an option; or "" and `kind`: what could not go on (EXHAUSTED), what was cut off (LOST)."""

    name: str
    cells: tuple[Cell, ...]
    kind: str = ""


def rows(count: Count) -> list[Row]:
    """One for each option in the order of the ballot, then what could not go on and what was lost, if anything."""
    names = list(count.stages[0].totals) if count.stages else []
    found = [Row(name, tuple(_cells(name, count.stages))) for name in names]
    for kind, amounts in (
        (EXHAUSTED, [stage.exhausted for stage in count.stages]),
        (LOST, [stage.lost for stage in count.stages]),
    ):
        if any(amounts):
            found.append(Row("", tuple(Cell(amount) for amount in amounts), kind))
    return found


def _cells(name: str, stages: Sequence[Stage]) -> Iterator[Cell]:
    out = False
    for stage in stages:
        fate = ELECTED if name in stage.elected else EXCLUDED if name in stage.excluded else ""
        yield Cell(None if out else stage.totals[name], fate)
        out = out or fate == EXCLUDED


KINDS = {"": "", EXHAUSTED: "(could not go on)", LOST: "(lost in cutting)"}
MARKS = {"": " ", ELECTED: "*", EXCLUDED: "-"}


def text(count: Count | Decision, width: int = 80) -> str:
    """The whole report in English: the table, as many stages beside each other as `width` signs hold; the sentences."""
    if isinstance(count, Decision):
        tally = ", ".join(f"{word} {n}" for word, n in count.tally.items())
        return "\n".join([f"{count.method}: {tally}", "", *map(tell, count.says)])
    quota = "" if count.quota is None else f", quota {number(count.quota)}"
    what = f"{count.seats} to be elected, {count.valid} ballots count{quota}"
    lines = [f"{count.method}: {f'{count.seats} to be drawn' if count.method == LOTS else what}", ""]
    lines += _table(count, width)
    for stage in count.stages:
        lines += [f"Round {stage.number}", *(f"  {tell(said)}" for said in stage.says), ""]
    for place, names in enumerate(count.places, 1):
        lines.append(f"  {place}. {' = '.join(names)}")
    for duel in count.duels:
        lines.append(f"  {duel.one} {duel.more} : {duel.fewer} {duel.other}")
    lines += [""] if count.places else []
    return "\n".join([*lines, *(tell(said) for said in count.says)])


def _table(count: Count, width: int) -> list[str]:
    every = rows(count)
    labels = [row.name or KINDS[row.kind] for row in every]
    wide = min(max(map(_width, labels), default=0), width // 3)
    cells = [[_cell(cell) for cell in row.cells] for row in every]
    column = max((len(cell) for row in cells for cell in row), default=0) + 2
    at_once = max(1, (width - wide) // column)
    lines = []
    for start in range(0, len(count.stages), at_once):
        shown = count.stages[start : start + at_once]
        lines.append(_fit("Round", wide) + "".join(f"{stage.number} ".rjust(column) for stage in shown))
        for label, row in zip(labels, cells, strict=True):
            lines.append(_fit(label, wide) + "".join(cell.rjust(column) for cell in row[start : start + at_once]))
        lines.append("")
    return [*lines, "* elected  - drops out", ""] if lines else []


def _cell(cell: Cell) -> str:
    return ("" if cell.amount is None else number(cell.amount)) + MARKS[cell.fate]


def _width(label: str) -> int:
    """Columns of a terminal."""
    marks = sum(unicodedata.category(sign) in {"Mn", "Me", "Cf"} for sign in label)
    return len(label) - marks + sum(unicodedata.east_asian_width(sign) in "WF" for sign in label)


def _fit(label: str, wide: int) -> str:
    """The label, cut or filled up to so many columns."""
    while _width(label) > wide:
        label = label[:-1]
    return label + " " * (wide - _width(label))
