"""The pictures of an answer: the rows of its table as bars, or each group over the years, with the same links."""

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from rooted.base.templatetags.parts import grouped
from rooted.charts import patterns
from rooted.charts.bars import draw_bars
from rooted.charts.rows import Row as Bar
from rooted.charts.timeline import draw_timeline
from rooted.comparisons.answer import Answer, Line
from rooted.comparisons.linking import narrowed, open_at, spanned
from rooted.comparisons.question import Question
from rooted.comparisons.tables import Row, Table, labelled

MOST = 24  # bars a reader can still compare


def picture(table: Table, title: str, description: str) -> SafeString | str:
    """The bars of a table's rows, parts as its columns; "" where there is nothing, or too much, to see."""
    bars = [_bar(row, labelled(block.words, row.words)) for block in table.blocks for row in block.rows if _n(row)]
    if not 1 <= len(bars) <= MOST or len(table.counted) > len(patterns.ORDER):
        return ""
    kinds = table.counted or (_("Struggles"),)
    drawn = draw_bars(
        bars,
        name="answer",
        title=title,
        description=description,
        kinds=kinds,
        by_size=not table.counted,
        number=grouped,
        rtl=get_language_bidi(),
    )
    return mark_safe(drawn)  # noqa: S308  texts are escaped where they are drawn


def timelines(question: Question, answer: Answer) -> list[tuple[str, SafeString]]:
    """Where records are counted by year or decade: one picture for each group, with the group's name."""
    if question.measure.columns or not (question.split and question.split.in_time):
        return []
    lines = [*answer.whole.lines, *([answer.not_known] if answer.not_known else [])]
    found = [(line.words or _("Not known"), _timeline(question, answer, line, at)) for at, line in enumerate(lines)]
    return [(words, drawn) for words, drawn in found if drawn]


def _timeline(question: Question, answer: Answer, line: Line, index: int) -> SafeString:
    each = [(part, one) for part in answer.parts for one in (*part.lines, part.not_known) if one]
    counts = {int(part.code): one.n for part, one in each if one.code == line.code}
    among = narrowed(question.among, question.held, line.code)
    drawn = draw_timeline(
        counts,
        name=f"answer{index}",
        title=line.words or _("Not known"),
        description=str(question.measure.question),
        link=(lambda first, last: open_at(spanned(among, first, last))) if among else None,
        number=grouped,
        rtl=get_language_bidi(),
    )
    return mark_safe(drawn) if any(counts.values()) else SafeString()  # noqa: S308  texts are escaped where drawn


def _n(row: Row) -> int:
    return row.counts[0].count


def _bar(row: Row, words: str) -> Bar:
    n, *columns = row.counts
    shown = columns or [n]
    return Bar(
        words,
        n.count,
        [cell.count for cell in shown],
        few=row.few,
        href=n.href,
        links=[cell.href for cell in shown],
    )
