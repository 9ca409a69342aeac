"""The stages of a ranking as a page shows them: what was decided in each, the table, the picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, get_language_bidi, ngettext
from django.utils.translation import gettext as _

from rooted.ballots.methods import Asked
from rooted.ballots.ranking import Papers, count_ranked
from rooted.base.language import in_a_row, isolated
from rooted.charts.bars import draw_bars
from rooted.charts.rows import Row as Bar
from rooted.counting.picture import Words, draw_stages
from rooted.counting.report import Count, Duel
from rooted.counting.table import ELECTED, EXHAUSTED, Cell, Row, rows
from rooted.counting.telling import Amount, Sentence, number, tell

MOST_DRAWN = 12  # stages; more are a table alone
MOST_DUELS = 24


@dataclass(frozen=True)
class Round:
    """One stage in words."""

    number: int
    sentences: list[str]


def written(amount: Amount) -> str:
    """An amount in the reader's figures, cut after five decimals."""
    return _written(amount, get_language())


@lru_cache(maxsize=2_000)  # the same quota stands in many cells; a number tells nothing of whose vote it is
def _written(amount: Amount, _language: str | None) -> str:
    return number_format(Decimal(number(amount)), force_grouping=True)


def told(said: Sentence) -> str:
    """A sentence of a count in the reader's language."""
    return tell(said, gettext=_, ngettext=ngettext, number=written, name=isolated, join=in_a_row)


def rounds_of(asked: Asked, papers: Papers) -> dict[str, Any]:
    """What drawing.Shown takes: columns, lines (name, numbers), pictures, and rounds or that they are duels."""
    count = count_ranked(asked, papers)
    if count.duels:
        return _one_against_one(asked, [_duel(duel) for duel in count.duels])
    rounds = [Round(stage.number, [told(one) for one in stage.says]) for stage in count.stages]
    return {
        "columns": [_("Round %(number)d") % {"number": stage.number} for stage in count.stages],
        "lines": [(_named(row), [_cell(cell) for cell in row.cells]) for row in rows(count)],
        "pictures": _pictures(asked, count, rounds) if len(count.stages) <= MOST_DRAWN else [],
        "rounds": rounds,
    }


def _one_against_one(asked: Asked, duels: list[tuple[str, list[int]]]) -> dict[str, Any]:
    kinds = [_("Prefer the first"), _("Prefer the other")]
    bars = [Bar(name, sum(numbers), numbers) for name, numbers in duels if sum(numbers)]
    pictures = []
    if 1 <= len(bars) <= MOST_DUELS:
        how: dict[str, Any] = {"kinds": kinds, "by_size": True, "number": written, "rtl": get_language_bidi()}
        drawn = draw_bars(
            bars, name="result", title=asked.title, description="; ".join(name for name, _n in duels), **how
        )
        pictures = [mark_safe(drawn)]  # noqa: S308  texts are escaped where they are drawn
    lines = [(name, [written(number) for number in numbers]) for name, numbers in duels]
    return {"columns": kinds, "lines": lines, "pictures": pictures, "duels": True}


def _duel(duel: Duel) -> tuple[str, list[int]]:
    """The one that more prefer stands first."""
    names = [isolated(one) for one in (duel.one, duel.other)]
    names = names if duel.more >= duel.fewer else names[::-1]
    words = _("%(first)s against %(second)s")
    return words % {"first": names[0], "second": names[1]}, sorted([duel.more, duel.fewer], reverse=True)


def _named(row: Row) -> str:
    if row.name:
        return row.name
    return _("Could not go on") if row.kind == EXHAUSTED else _("Lost in cutting decimals")


def _cell(cell: Cell) -> str:
    amount = "" if cell.amount is None else written(cell.amount)
    if not cell.fate:
        return amount
    fate = _("%(votes)s, chosen") if cell.fate == ELECTED else _("%(votes)s, drops out")
    return fate % {"votes": amount}


def _pictures(asked: Asked, count: Count, rounds: Sequence[Round]) -> list[SafeString]:
    drawn = draw_stages(
        count,
        Words(
            elected=_("Chosen"),
            drops_out=_("Drops out"),
            still_in=_("Still in"),
            stage=lambda stage: _("Round %(number)d") % {"number": stage},
            quota=lambda quota: _("Needed: %(votes)s") % {"votes": written(quota)},
            number=lambda votes: written(Fraction(int(votes * 10), 10)),
        ),
        name="result",
        title=asked.title,
        describe=lambda stage: " ".join(rounds[stage.number - 1].sentences),
        rtl=get_language_bidi(),
    )
    return [mark_safe(one) for one in drawn]  # noqa: S308  texts are escaped where they are drawn
