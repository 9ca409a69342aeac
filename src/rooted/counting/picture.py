"""The stages as SVG, one each: a bar for every option still there, and a line where the quota is.

In right-to-left languages bars grow from the right. The page puts the same figures into a table beneath (table.py).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rooted.charts import patterns, svg, words
from rooted.charts.svg import Box
from rooted.counting.report import Count, Stage
from rooted.counting.table import ELECTED, EXCLUDED, Row, rows

WIDTH = 360.0  # units
LABEL = 164.0  # units: the names
NUMBER = 66.0  # units: the numbers at the other side
EDGE = 1.0  # units: half a stroke
LINE = 22.0  # units from bar to bar
THICK = 13.0  # units: a bar
GAP = 16.0  # units between two stages
SWATCH = 14.0  # units: the side of a square of the key
Describe = Callable[[Stage], str]  # what is said of a stage to those who hear the drawing
HAS, OUT, IN = range(3)  # the fills: elected, drops out, still in


@dataclass(frozen=True)
class Words:
    """The words of the drawing, in the language of the page. `stage` and `quota` make a text of a number.

    `number` writes votes shortly, since 66 units hold some six figures.
    """

    elected: str
    drops_out: str
    still_in: str
    stage: Callable[[int], str]
    quota: Callable[[Fraction], str]
    number: Callable[[Fraction], str]


@dataclass(frozen=True)
class Frame:
    """What all bars share: how many units a vote is long, and the side where reading starts."""

    name: str
    words: Words
    unit: float
    rtl: bool

    def flip(self, box: Box) -> Box:
        return Box(WIDTH - box.right, box.top, WIDTH - box.left, box.bottom) if self.rtl else box

    def say(self, x: float, y: float, content: str, anchor: str = "start") -> str:
        return svg.text(WIDTH - x if self.rtl else x, y, content, anchor=anchor, rtl=self.rtl)


def draw_stages(
    count: Count, said: Words, *, name: str, title: str, describe: Describe, rtl: bool = False
) -> list[str]:
    """A drawing for each stage, so that paper breaks between them; the first has the key, and the patterns of all.

    `name` begins all ids; `title` is the first one's, the others are called by their stage. Who is out is not drawn.
    """
    options = [row for row in rows(count) if row.name]
    most = max([cell.amount or Fraction(0) for row in options for cell in row.cells], default=Fraction(0))
    most = max(most, Fraction(count.quota or 0), Fraction(1))
    frame = Frame(svg.ident(name), said, float((WIDTH - LABEL - NUMBER - EDGE) / most), rtl)
    drawn = []
    for at, stage in enumerate(count.stages):
        key, y = ([], EDGE) if at else _key(frame, count.quota)
        heading = frame.say(0, y + GAP + 12, words.cut(said.stage(stage.number), WIDTH))
        bars, end = _stage(frame, options, at, y + GAP + LINE, count.quota)
        parts = [*([] if at else [patterns.definitions(3, name, few=False)]), *key, heading, bars]
        called = said.stage(stage.number) if at else title
        view, ids = Box(0, 0, WIDTH, end + 4), f"{name}-{stage.number}"
        drawn.append(svg.drawing(parts, view, name=ids, title=called, description=describe(stage), kind="years"))
    return drawn


def _key(frame: Frame, quota: Fraction | int | None) -> tuple[list[str], float]:
    """What the fills and the line mean; and where that ends."""
    parts, y = [], EDGE
    for kind, word in enumerate((frame.words.elected, frame.words.drops_out, frame.words.still_in)):
        parts.append(_filled(frame, kind, Box(EDGE, y, EDGE + SWATCH, y + SWATCH)))
        parts.append(frame.say(EDGE + SWATCH + 6, y + 12.5, words.cut(word, WIDTH - SWATCH - 8)))
        y += LINE
    if quota is not None:
        parts.append(_line(frame, EDGE + SWATCH / 2, y, y + SWATCH))
        word = words.cut(frame.words.quota(Fraction(quota)), WIDTH - SWATCH - 8)
        parts.append(frame.say(EDGE + SWATCH + 6, y + 12.5, word))
        y += LINE
    return parts, y


def _line(frame: Frame, x: float, top: float, bottom: float) -> str:
    """The quota's line, `x` from the side where reading starts."""
    x = WIDTH - x if frame.rtl else x
    way = f"M{svg.num(x)} {svg.num(top)}V{svg.num(bottom)}"
    return f'<path d="{way}" stroke="currentColor" stroke-width="2" stroke-dasharray="4 3"/>'


def _filled(frame: Frame, kind: int, box: Box) -> str:
    return svg.area("", frame.flip(box), patterns.fill(kind, frame.name))


def _stage(
    frame: Frame, options: Sequence[Row], at: int, top: float, quota: Fraction | int | None
) -> tuple[str, float]:
    """The bars of one stage, the quota's line over them; and where they end."""
    lines = list(_bars(frame, options, at, top))
    end = top + LINE * len(lines)
    if quota is not None:
        line = _line(frame, LABEL + frame.unit * float(quota), top - 3, end)
        lines.append(svg.linked(line, frame.words.quota(Fraction(quota))))
    return "".join(lines), end


def _bars(frame: Frame, options: Sequence[Row], at: int, top: float) -> Iterator[str]:
    for row in options:
        cell = row.cells[at]
        if cell.amount is None:
            continue
        elected = any(before.fate == ELECTED for before in row.cells[: at + 1])
        kind = HAS if elected else OUT if cell.fate == EXCLUDED else IN
        written = frame.words.number(cell.amount)
        long = frame.unit * float(cell.amount)
        bar = _filled(frame, kind, Box(LABEL, top, LABEL + long, top + THICK)) if cell.amount else ""
        label = frame.say(0, top + 12, words.cut(row.name, LABEL - 6))
        figure = frame.say(WIDTH, top + 12, words.cut(written, NUMBER), anchor="end")
        state = (frame.words.elected, frame.words.drops_out, frame.words.still_in)[kind]
        yield svg.linked(label + bar + figure, f"{row.name}: {written}, {state}")
        top += LINE
