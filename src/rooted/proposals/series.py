"""What was asked again and again, as one list: each day with its sittings, and a picture of how the Yes moved."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi, pgettext
from django.utils.translation import gettext as _

from rooted.ballots.methods import LABELS, STAND, Asked
from rooted.ballots.reading import asked_of, result_of
from rooted.ballots.result import Result, SittingRow
from rooted.base import seal
from rooted.base.templatetags.parts import written
from rooted.charts import patterns
from rooted.charts.bars import draw_bars
from rooted.charts.rows import Row as Bar
from rooted.groups.models import Seat
from rooted.proposals.access import proposals_of
from rooted.proposals.models import Proposal
from rooted.proposals.reading import STATES

MOST = 60  # the newest ones of a series
BARS = 24  # that a reader can still compare


@dataclass(frozen=True)
class Line:
    """One sitting, or all of it: `name`, how many were present, and figures in the order of the columns."""

    name: str
    present: str
    numbers: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Step:
    """One vote of the series. `here`: the page one is on."""

    proposal: Proposal
    day: date
    state: str
    lines: list[Line]
    here: bool


@dataclass(frozen=True)
class Series:
    """`columns` name the figures; `picture` is "" before there are two results to compare."""

    columns: list[str]
    steps: list[Step]
    picture: SafeString | str = ""

    @property
    def width(self) -> int:
        """How many columns its table has."""
        return len(self.columns) + 1


def series_of(seat: Seat, proposal: Proposal) -> Series | None:
    """The series a proposal belongs to, the first first; None where nothing was asked again. One query."""
    if proposal.series is None:
        return None
    rows = proposals_of(seat).filter(series=proposal.series).exclude(opened_on=None)
    read = [_read(seat, one) for one in in_order(list(rows))[-MOST:]]
    if len(read) < 2:
        return None
    asked = next((asked for _one, asked, _result in reversed(read) if asked is not None), None)
    keys = list(asked.how.choices) if asked is not None and asked.how.form == STAND else []
    columns = [str(LABELS[key]) for key in keys]
    steps = [_step(one, result, keys, here=one.pk == proposal.pk) for one, _asked, result in read]
    results = [(one, result) for one, _asked, result in read]
    return Series(columns, steps, _picture(asked.title if asked else "", columns, keys, results))


def in_order(rows: list[Proposal]) -> list[Proposal]:
    """Each after the one that it asks again; days alone do not tell, where one is asked every shift."""
    known = {one.pk for one in rows}
    after = {one.after_id: one for one in rows if one.after_id in known}
    found: list[Proposal] = []
    for first in sorted((one for one in rows if one.after_id not in known), key=lambda one: (one.opened_on, one.pk)):
        following: Proposal | None = first
        while following is not None:
            found.append(following)
            following = after.get(following.pk)
    return found


def _read(seat: Seat, proposal: Proposal) -> tuple[Proposal, Asked | None, Result | None]:
    if proposal.question is None:
        return proposal, None, None
    try:
        return proposal, asked_of(proposal.question, seat), result_of(proposal.question, seat)
    except seal.Closed:
        return proposal, None, None


def _step(proposal: Proposal, result: Result | None, keys: Sequence[str], *, here: bool) -> Step:
    day = proposal.ended_on or proposal.opened_on
    assert day is not None  # only those that were opened are asked for
    state = "asked again" if proposal.state == "withdrawn" and getattr(proposal, "anew", False) else proposal.state
    return Step(proposal, day, str(STATES[state]), _lines(result, keys) if result else [], here)


def _lines(result: Result, keys: Sequence[str]) -> list[Line]:
    """Each sitting that may be shown, then all together; of members all together alone."""
    rows = [_sitting(row, keys) for row in result.rows] if len(result.rows) > 1 else []
    if result.figures is None:
        return rows
    there = _number(result.cast)
    if result.entitled:
        there = _("%(cast)s of %(entitled)s") % {"cast": there, "entitled": _number(result.entitled)}
    alone = result.rows[0].name if len(result.rows) == 1 else ""
    name = alone or _("All together")
    return [*rows, Line(name, there, [_number(result.figures.get(key, 0)) for key in keys])]


def _sitting(row: SittingRow, keys: Sequence[str]) -> Line:
    name = row.name or _("The small sittings together")
    return Line(name, _number(row.present), [_number(row.figures.get(key, 0)) for key in keys])


def _number(value: int) -> str:
    return number_format(value, force_grouping=True)


def _picture(
    title: str, columns: Sequence[str], keys: Sequence[str], read: Sequence[tuple[Proposal, Result | None]]
) -> SafeString | str:
    """A bar for each result whose total may be shown."""
    bars = []
    for number, (proposal, result) in enumerate(read, 1):
        parts = [(result.figures or {}).get(key, 0) for key in keys] if result else []
        if sum(parts) and proposal.decided_on:
            day = written(proposal.decided_on, pgettext("a day in full, in letters of Django's date filter", "D j M Y"))
            label = f"{number}. {day}"
            bars.append(Bar(label, sum(parts), parts))
    if len(bars) < 2 or len(columns) > len(patterns.ORDER):
        return ""
    bars = bars[-BARS:]
    said = [f"{bar.label}: " + ", ".join(_said(columns, bar.parts)) for bar in bars]
    drawn = draw_bars(
        bars, name="series", title=title, description="; ".join(said), kinds=list(columns), number=_number,
        rtl=get_language_bidi(),
    )  # fmt: skip
    return mark_safe(drawn)  # noqa: S308  texts are escaped where they are drawn


def _said(columns: Sequence[str], parts: Sequence[int]) -> list[str]:
    return [f"{column} {_number(part)}" for column, part in zip(columns, parts, strict=True)]
