"""The stages of a ranking as a page shows them: what was decided in each, the table, the picture."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_bidi, ngettext
from django.utils.translation import gettext as _

from rooted.ballots.methods import Asked
from rooted.ballots.ranking import Papers, count_ranked
from rooted.counting.picture import Words, draw_stages
from rooted.counting.report import Count, Duel
from rooted.counting.table import ELECTED, EXCLUDED, EXHAUSTED, Cell, Row, rows
from rooted.counting.telling import Amount, Sentence, number, tell

MOST_DRAWN = 12  # stages; more are a table alone


@dataclass(frozen=True)
class Round:
    """One stage in words."""

    number: int
    sentences: list[str]


def written(amount: Amount) -> str:
    """An amount in the reader's figures, cut after five decimals."""
    return number_format(Decimal(number(amount)), force_grouping=True)


def told(said: Sentence) -> str:
    """A sentence of a count in the reader's language."""
    return tell(said, ngettext=ngettext, number=written, join=_(", ").join)


def rounds_of(asked: Asked, papers: Papers) -> dict[str, Any]:
    """What drawing.Shown takes: columns, lines (name, numbers), picture, rounds, duels."""
    count = count_ranked(asked, papers)
    if count.duels:
        return {"columns": [], "lines": [], "duels": [_duel(duel) for duel in count.duels]}
    return {
        "columns": [_("Round %(number)d") % {"number": stage.number} for stage in count.stages],
        "lines": [(_named(row), [_cell(cell) for cell in row.cells]) for row in rows(count)],
        "picture": _picture(asked, count) if len(count.stages) <= MOST_DRAWN else "",
        "rounds": [Round(stage.number, [told(one) for one in stage.says]) for stage in count.stages],
    }


def _duel(duel: Duel) -> str:
    """The one that more prefer stands first."""
    ahead = duel.more >= duel.fewer
    first, second = (duel.one, duel.other) if ahead else (duel.other, duel.one)
    words = _("%(first)s against %(second)s: %(more)s to %(fewer)s.")
    figures = {"more": written(max(duel.more, duel.fewer)), "fewer": written(min(duel.more, duel.fewer))}
    return words % {"first": first, "second": second, **figures}


def _named(row: Row) -> str:
    if row.name:
        return row.name
    return _("Could not go on") if row.kind == EXHAUSTED else _("Lost in cutting decimals")


def _cell(cell: Cell) -> str:
    amount = "" if cell.amount is None else written(cell.amount)
    fate = {ELECTED: _("chosen"), EXCLUDED: _("drops out")}.get(cell.fate, "")
    return f"{amount}, {fate}" if fate else amount


def _picture(asked: Asked, count: Count) -> str:
    drawn = draw_stages(
        count,
        Words(
            elected=_("Chosen"),
            drops_out=_("Drops out"),
            still_in=_("Still in"),
            stage=lambda stage: _("Round %(number)d") % {"number": stage},
            quota=lambda quota: _("Needed: %(votes)s") % {"votes": written(quota)},
            number=lambda votes: number_format(Decimal(number(Fraction(int(votes * 10), 10))), force_grouping=True),
        ),
        name="result",
        title=asked.title,
        description=" ".join(told(one) for one in count.says),
        rtl=get_language_bidi(),
    )
    return mark_safe(drawn)  # noqa: S308  texts are escaped where they are drawn
