"""A result as a page shows it: sentences, a table of figures, the same as a picture, rounds of a ranking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from rooted.ballots.methods import LABELS, Asked
from rooted.ballots.result import Result, SittingRow
from rooted.ballots.sentences import OUTCOMES, say
from rooted.charts import patterns
from rooted.charts.bars import draw_bars
from rooted.charts.rows import Row as Bar

MOST = 24  # bars a reader can still compare


@dataclass(frozen=True)
class Line:
    """One row of the table: a sitting, or an option. `strong`: the total."""

    name: str
    numbers: list[int]
    total: bool = False


@dataclass(frozen=True)
class Shown:
    """A result for ballots/_result.html. `columns` name what `lines` count."""

    outcome: str
    sentences: list[str]
    columns: list[str]
    lines: list[Line] = field(default_factory=list)
    picture: SafeString | str = ""
    concealed: str = ""
    out: str = ""
    turnout: str = ""
    rounds: list[dict[str, Any]] = field(default_factory=list)


def shown(asked: Asked, result: Result) -> Shown:
    """A result with everything its page needs."""
    columns, lines = _table(asked, result)
    return Shown(
        outcome=str(OUTCOMES[result.outcome]),
        sentences=say(result),
        columns=columns,
        lines=lines,
        picture=_picture(asked, columns, lines),
        concealed=_listed(result.concealed),
        out=_listed(result.out),
        turnout=_turnout(result),
    )


def shown_rows(asked: Asked, rows: Sequence[SittingRow]) -> tuple[list[str], list[Line]]:
    """The table while sittings are still out: only those that may be shown, no total."""
    return _columns(asked), [_line(asked, row) for row in rows]


def _listed(names: Sequence[str]) -> str:
    return _(", ").join(names)


def _turnout(result: Result) -> str:
    cast = number_format(result.cast, force_grouping=True)
    if result.figures is None:
        return ""
    if not result.entitled:
        return ngettext("%(cast)s person was present.", "%(cast)s people were present.", result.cast) % {"cast": cast}
    entitled = number_format(result.entitled, force_grouping=True)
    return _("%(cast)s of %(entitled)s voted.") % {"cast": cast, "entitled": entitled}


def _columns(asked: Asked) -> list[str]:
    return [str(LABELS[key]) for key in asked.how.choices] or [_("Votes")]


def _table(asked: Asked, result: Result) -> tuple[list[str], list[Line]]:
    """Columns and rows: stands with a row a sitting; options with a row an option, a column a sitting."""
    if result.figures is None:
        return [], []
    if asked.how.choices:
        lines = [_line(asked, row) for row in result.rows]
        total = Line(_("Total"), _numbers(asked, result.figures), total=bool(lines))
        return _columns(asked), [*lines, total]
    if result.rounds or not result.figures:
        return [], []
    columns = [_row_name(row) for row in result.rows] + [_("Total") if result.rows else _points(asked)]
    spread = [*(row.figures for row in result.rows), result.figures]
    names = enumerate(asked.names)
    return columns, [Line(name, [one[str(number)] for one in spread]) for number, name in names]


def _points(asked: Asked) -> str:
    return _("Points") if asked.method == "score" else _("Votes")


def _line(asked: Asked, row: SittingRow) -> Line:
    return Line(_row_name(row), _numbers(asked, row.figures))


def _row_name(row: SittingRow) -> str:
    if not row.together:
        return row.name
    words = ngettext("%(number)d small sitting", "%(number)d small sittings together", row.together)
    return words % {"number": row.together}


def _numbers(asked: Asked, figures: Mapping[str, int]) -> list[int]:
    return [figures.get(key, 0) for key in asked.how.choices or map(str, range(len(asked.names)))]


def _picture(asked: Asked, columns: Sequence[str], lines: Sequence[Line]) -> SafeString | str:
    """The rows of the table as bars; "" where there is nothing, or too much, to see."""
    stands = bool(asked.how.choices)
    numbers = {line.name: line.numbers if stands else line.numbers[-1:] for line in lines}
    bars = [Bar(name, sum(parts), parts) for name, parts in numbers.items() if sum(parts)]
    if not 1 <= len(bars) <= MOST or (len(columns) > len(patterns.ORDER) and stands):
        return ""
    drawn = draw_bars(
        bars,
        name="result",
        title=asked.title,
        description="; ".join(f"{name}: {_spoken(columns, parts)}" for name, parts in numbers.items()),
        kinds=list(columns) if stands else [columns[-1]],
        by_size=not stands,
        number=lambda number: number_format(number, force_grouping=True),
        rtl=get_language_bidi(),
    )
    return mark_safe(drawn)  # noqa: S308  texts are escaped where they are drawn


def _spoken(columns: Sequence[str], parts: Sequence[int]) -> str:
    if len(parts) == 1:
        return str(parts[0])
    return ", ".join(f"{column} {part}" for column, part in zip(columns, parts, strict=True))
