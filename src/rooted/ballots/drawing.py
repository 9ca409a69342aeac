"""A result as a page shows it: sentences, a table of figures, the same as a picture, rounds of a ranking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from rooted.ballots.methods import LABELS, RANK, Asked
from rooted.ballots.result import INQUORATE, Result, SittingRow
from rooted.ballots.rounds import Round, rounds_of
from rooted.ballots.sentences import say
from rooted.base.language import isolated
from rooted.base.templatetags.parts import grouped
from rooted.charts import patterns
from rooted.charts.bars import draw_bars
from rooted.charts.rows import Row as Bar

MOST = 24  # bars a reader can still compare


@dataclass(frozen=True)
class Line:
    """One row of the table: a sitting, an option, or the total. `present`: how many were there, "" where not told."""

    name: str
    numbers: list[str]
    total: bool = False
    present: str = ""


@dataclass(frozen=True)
class Shown:
    """A result for ballots/_result.html. `columns` name what `lines` count; `rounds`: stages of a ranking.

    `duels`: the lines are one against one. `firsts`: first places by sitting, of slips, with their own columns.
    `pictures`: one, or one of each round. `struck`: what was counted before a sitting counted again.
    """

    sentences: list[str]
    columns: list[str] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    pictures: list[SafeString] = field(default_factory=list)
    concealed: str = ""
    out: str = ""
    turnout: str = ""
    rounds: list[Round] = field(default_factory=list)
    duels: bool = False
    struck: list[str] = field(default_factory=list)
    first_columns: list[str] = field(default_factory=list)
    firsts: list[Line] = field(default_factory=list)


def shown(asked: Asked, result: Result) -> Shown:
    """A result with everything its page needs."""
    told: dict[str, Any] = {"sentences": say(result)}
    told |= {"concealed": _listed(result.concealed), "out": _listed(result.out), "turnout": _turnout(result)}
    told["struck"] = earlier_lines(asked, result.rows)
    if asked.how.form != RANK:
        columns, rows = _table(asked, result)
        told |= {
            "pictures": _pictures(asked, columns, rows) if result.figures else [],
            "columns": columns,
            "lines": [_written(row) for row in rows],
        }
        if result.rows and asked.how.choices:
            told["lines"] = _with_present(result, told["lines"])
    elif result.papers and result.outcome != INQUORATE:
        told |= rounds_of(asked, result.papers)
        told["lines"] = [Line(name, numbers) for name, numbers in told["lines"]]
    if asked.how.form == RANK and result.rows:
        told["first_columns"], told["firsts"] = shown_rows(asked, result.rows)
    return Shown(**told)


def line_of(asked: Asked, row: SittingRow) -> str:
    """One sitting in words."""
    named = zip(_columns(asked), _numbers(asked, row.figures), strict=True)
    said = _(", ").join(f"{isolated(name)}: {number}" for name, number in named)
    name = isolated(row.name) or _("Sittings shown together, so that nobody can be singled out")
    held = {"name": name, "present": row.present, "figures": said}
    if asked.how.form == RANK:
        return _("%(name)s. Present: %(present)s. Placed first: %(figures)s.") % held
    return _("%(name)s. Present: %(present)s. %(figures)s.") % held


def earlier_lines(asked: Asked, rows: Sequence[SittingRow]) -> list[str]:
    """What was counted before a sitting counted again, in words; nothing of sittings that are hidden."""
    before = [SittingRow(row.name, present, figures) for row in rows for present, figures in row.earlier]
    return [line_of(asked, row) for row in before]


def _written(row: tuple[str, list[int], bool]) -> Line:
    name, numbers, total = row
    return Line(name, [grouped(number) for number in numbers], total)


def _with_present(result: Result, lines: Sequence[Line]) -> list[Line]:
    """The table with how many were present in each sitting: some raise their hand for nothing."""
    present = [*(row.present for row in result.rows), *([] if result.figures is None else [result.cast])]
    return [replace(line, present=grouped(there)) for line, there in zip(lines, present, strict=True)]


def shown_rows(asked: Asked, rows: Sequence[SittingRow]) -> tuple[list[str], list[Line]]:
    """Columns and rows while sittings are still out: only those that may be shown, no total."""
    return _columns(asked), [Line(_row_name(row), [*map(grouped, _numbers(asked, row.figures))]) for row in rows]


def _listed(names: Sequence[str]) -> str:
    return _(", ").join(names)


def _turnout(result: Result) -> str:
    if result.figures is None or not (result.cast or result.entitled):
        return ""
    cast = grouped(result.cast)
    if not result.entitled:
        return ngettext("%(cast)s person was present.", "%(cast)s people were present.", result.cast) % {"cast": cast}
    return _("%(cast)s of %(entitled)s voted.") % {"cast": cast, "entitled": grouped(result.entitled)}


def _columns(asked: Asked) -> list[str]:
    return [str(LABELS[key]) for key in asked.how.choices] or asked.names


Rows = list[tuple[str, list[int], bool]]  # name, numbers, whether it is the total


def _table(asked: Asked, result: Result) -> tuple[list[str], Rows]:
    """Columns and rows: stands with a row a sitting; options with a row an option, a column a sitting.

    Without the total where it stays hidden.
    """
    total = [result.figures] if result.figures else []
    if not total and not result.rows:
        return [], []
    if asked.how.choices:
        rows = [(_row_name(row), _numbers(asked, row.figures), False) for row in result.rows]
        return _columns(asked), [*rows, *((_("Total"), _numbers(asked, all_of_it), bool(rows)) for all_of_it in total)]
    last = _("Total") if result.rows else _("Points") if asked.method == "score" else _("Votes")
    spread = [*(row.figures for row in result.rows), *total]
    names = enumerate(asked.names)
    return [*map(_row_name, result.rows), last][: len(spread)], [
        (name, [one.get(str(number), 0) for one in spread], False) for number, name in names
    ]


def _row_name(row: SittingRow) -> str:
    if not row.together:
        return row.name
    words = _("%(number)d sittings together, so that nobody can be singled out")
    return words % {"number": row.together}


def _numbers(asked: Asked, figures: Mapping[str, int]) -> list[int]:
    return [figures.get(key, 0) for key in asked.how.choices or map(str, range(len(asked.names)))]


def _pictures(asked: Asked, columns: Sequence[str], rows: Rows) -> list[SafeString]:
    """The rows of the table as bars; none where there is nothing, or too much, to see."""
    stands = bool(asked.how.choices)
    numbers = [(name, parts if stands else parts[-1:]) for name, parts, _total in rows]
    bars = [Bar(name, sum(parts), parts) for name, parts in numbers if sum(parts)]
    if not 1 <= len(bars) <= MOST or (stands and len(columns) > len(patterns.ORDER)):
        return []
    drawn = draw_bars(
        bars,
        name="result",
        title=asked.title,
        description="; ".join(f"{name}: {_spoken(columns, parts)}" for name, parts in numbers),
        kinds=list(columns) if stands else [columns[-1]],
        by_size=not stands,
        number=grouped,
        rtl=get_language_bidi(),
    )
    return [mark_safe(drawn)]  # noqa: S308  texts are escaped where they are drawn


def _spoken(columns: Sequence[str], parts: Sequence[int]) -> str:
    if len(parts) == 1:
        return grouped(parts[0])
    return ", ".join(f"{column} {grouped(part)}" for column, part in zip(columns, parts, strict=True))
