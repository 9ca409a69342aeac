"""An answer as a table: each figure with the address of its records. What the page and the picture show alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.base.templatetags.parts import grouped
from rooted.comparisons import saying
from rooted.comparisons.answer import Answer, Line
from rooted.comparisons.figures import Share, Spread
from rooted.comparisons.linking import narrowed, of_those_known, open_at
from rooted.comparisons.measures import Measure
from rooted.comparisons.question import Question
from rooted.comparisons.traits import NOT_KNOWN
from rooted.struggles.finding import Selection


@dataclass(frozen=True)
class Cell:
    """A figure, where its records are listed, and a smaller word beneath it."""

    text: str
    href: str = ""
    small: str = ""
    count: int = 0


@dataclass(frozen=True)
class Row:
    words: str
    counts: tuple[Cell, ...]  # n, then each column
    figures: tuple[Cell, ...]
    few: str  # what to say where few are known; else ""


@dataclass(frozen=True)
class Block:
    """Rows under one heading ("" for none)."""

    words: str
    href: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    counted: tuple[str, ...]  # the headings of the counts after n
    figured: tuple[str, ...]  # the headings of the figures
    blocks: tuple[Block, ...]
    foot: Row | None
    corner: str = ""  # the heading of the rows
    first: str = ""  # the heading of the first count, "" for how many records

    @property
    def width(self) -> int:
        """How many columns it has."""
        return 2 + len(self.counted)

    @property
    def figures_width(self) -> int:
        return 1 + len(self.figured)


def headings(measure: Measure) -> tuple[str, ...]:
    """Over the figures of a row."""
    if measure.number is not None:
        return _("A quarter up to"), _("Half up to"), _("Three quarters up to"), _("Half, whatever is not known")
    if measure.columns is None:
        return ()
    return _("Share of those known"), _("Give or take"), _("Share of all")


def columns_shown(measure: Measure, lines: Sequence[Line]) -> list[str]:
    """The columns in which something stands, in their order; not known is last."""
    if measure.columns is None:
        return []
    return [code for code in (*measure.columns.order, NOT_KNOWN) if any(line.columns.get(code) for line in lines)]


class Tables:
    """The tables of one answer; all have the same columns."""

    def __init__(self, question: Question, answer: Answer) -> None:
        self.question, self.answer, self.measure = question, answer, question.measure
        self.codes = columns_shown(self.measure, [answer.everything])

    @property
    def words(self) -> tuple[str, ...]:
        """What the columns are called."""
        if self.measure.columns is None:
            return ()
        names = self.measure.columns.names([code for code in self.codes if code])
        return tuple(str(names[code]) if code else _("Not known") for code in self.codes)

    def whole(self) -> Table:
        """Each group, those of which it is not known, and all."""
        among, rows = self.question.among, [self._row(line, self._of(line)) for line in self.answer.whole.lines]
        if self.answer.not_known:
            rows.append(self._row(self.answer.not_known, self._of(self.answer.not_known), _("Not known")))
        foot = self._row(self.answer.everything, among, _("All of these struggles"))
        return Table(self.words, headings(self.measure), (Block("", "", tuple(rows)),), foot)

    def split(self) -> Table:
        """Each group in each part in which it has records."""
        if self.measure.columns is None:
            return self._pivoted()
        blocks = []
        for part in self.answer.parts:
            within = narrowed(self.question.among, self.question.by, part.code)
            rows = tuple(
                self._row(line, narrowed(within, self.question.held, line.code), line.words or _("Not known"))
                for line in (*part.lines, part.not_known)
                if line and line.n
            )
            blocks.append(Block(part.words or _("Not known"), open_at(within), rows))
        return Table(self.words, headings(self.measure), tuple(blocks), None)

    def _pivoted(self) -> Table:
        """Where records are only counted: a row for each part, a column for each group."""
        rows = []
        unknown = any(part.not_known for part in self.answer.parts)
        for part in self.answer.parts:
            within = narrowed(self.question.among, self.question.by, part.code)
            cells = [self._row(line, narrowed(within, self.question.held, line.code)).counts[0] for line in part.lines]
            if unknown:
                cells.append(self._cell(part.not_known.n if part.not_known else 0, within, NOT_KNOWN))
            rows.append(Row(part.words or _("Not known"), tuple(cells), (), ""))
        first, *others = [line.words for line in self.answer.whole.lines] + ([_("Not known")] if unknown else [])
        corner = str(self.question.split.label) if self.question.split else ""
        return Table(tuple(others), (), (Block("", "", tuple(rows)),), None, corner, first)

    def _cell(self, count: int, within: Selection | None, code: str) -> Cell:
        href = open_at(narrowed(within, self.question.held, code)) if count else ""
        return Cell(grouped(count), href, count=count)

    def _of(self, line: Line) -> Selection | None:
        return narrowed(self.question.among, self.question.held, line.code)

    def _row(self, line: Line, among: Selection | None, words: str = "") -> Row:
        key = self.measure.columns.key if self.measure.columns else ""
        counts = [Cell(grouped(line.n), open_at(among) if line.n else "", count=line.n)]
        for code in self.codes:
            count = line.columns.get(code, 0)
            counts.append(Cell(grouped(count), open_at(narrowed(among, key, code)) if count else "", count=count))
        return Row(words or line.words, tuple(counts), self._figures(line, of_those_known(among, key)), _few(line))

    def _figures(self, line: Line, known: Selection | None) -> tuple[Cell, ...]:
        """Shares and medians open the records they were taken of; what is said of all n stands beside n, which does."""
        figure, href = line.figure, open_at(known)

        def taken(words: str) -> Cell:
            return Cell(words, href if words else "", count=figure.known)

        if isinstance(figure, Share):
            share = taken(saying.share(figure) if figure.known else "")
            return share, Cell(saying.chance(figure)), Cell("" if figure.few else saying.bounds(figure))
        if isinstance(figure, Spread):
            low, high = ("", "") if figure.few else map(saying.number, figure.quarters)
            middle = "" if figure.few else saying.number(figure.middle)
            return taken(low), taken(middle), taken(high), Cell(saying.bounds(figure) if middle else "")
        return ()


def _few(line: Line) -> str:
    """What to say beside a group of which few are known."""
    if not (line.few and line.n):
        return ""
    return _("only %(n)s known") % {"n": grouped(line.figure.known)} if line.figure.known else _("none known")


def labelled(part: str, words: str) -> str:
    """A group in a part of a split, for the picture: "1990 to 1999, A union"."""
    return pgettext("between the items of a list", ", ").join(name for name in (part, words) if name)
