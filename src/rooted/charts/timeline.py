"""How many in each year, as bars; in each decade or century where there would be more than 80 bars.

Time runs from left to right in every language: our choice, so that a picture passed on shows the same to everybody.
Where text runs the other way both are drawn; only a short row of bars moves to the side where reading starts.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rooted.charts import svg, words
from rooted.charts.svg import Box, Number

WIDTH = 360.0  # units
HIGH = 120.0  # units: the largest number
ROOM = 22.0  # units above it, for its own number
FOOT = 24.0  # units below the line, for the years
MOST = 80  # bars
WIDEST = 50.0  # units from bar to bar
APART = 6.0  # units between two years, at least
ROUND = [n * 10**power for power in range(6) for n in (1, 2, 5)]  # bars from year to year below the line


@dataclass(frozen=True)
class Bar:
    """The years `first` to `last` and their number; `box` is empty (its top is its bottom) for 0."""

    first: int
    last: int
    count: int
    box: Box


def period(first: int, last: int) -> str:
    """How years are written where the caller does not say: 1984, 1980-1989 with a dash."""
    return str(first) if first == last else f"{first}\N{EN DASH}{last}"


def step(first: int, last: int) -> int:
    """How many years a bar stands for: 1, 10, 100 …, the fewest with which there are at most 80 bars."""
    years = 1
    while last // years - first // years + 1 > MOST:
        years *= 10
    return years


def bars(counts: Mapping[int, int], *, rtl: bool = False) -> list[Bar]:
    """A bar for every year from the first to the last, also for those with nothing. ValueError for a number below 0."""
    if not counts:
        return []
    if min(counts.values()) < 0:
        raise ValueError("A count of the timeline is below 0.")
    years = step(min(counts), max(counts))
    totals = {start: 0 for start in range(min(counts) // years, max(counts) // years + 1)}
    for year, count in counts.items():
        totals[year // years] += count
    wide = min(WIDEST, WIDTH / len(totals))
    edge = WIDTH - wide * len(totals) if rtl else 0.0
    unit = HIGH / (max(totals.values()) or 1)
    found = []
    for index, (start, count) in enumerate(totals.items()):
        left = edge + wide * index
        high = max(1.0, unit * count) if count else 0.0  # so that one of thousands is not taken for none
        box = Box(left, ROOM + HIGH - high, left + wide * 0.88, ROOM + HIGH)
        found.append(Bar(start * years, start * years + years - 1, count, box))
    return found


def numbers(drawn: list[Bar], number: Number) -> list[tuple[Box, str]]:
    """The numbers that have room above their bars, the largest first: over no bar and no other number."""
    found: list[tuple[Box, str]] = []
    for bar in sorted(drawn, key=lambda bar: -bar.count):
        content = number(bar.count)
        half = words.width(content) / 2
        x = min(max((bar.box.left + bar.box.right) / 2, half), WIDTH - half)
        box = svg.line_box(x, bar.box.top - 5, content)
        if bar.count and not any(box.meets(t) for t in [*(b.box for b in drawn if b.count), *(b for b, _ in found)]):
            found.append((box, svg.text(x, bar.box.top - 5, content)))
    return found


def _spaced(drawn: list[Bar], tick: Number) -> list[Bar]:
    """The first bar, the last, and those of every round number of years that leaves room between two."""
    wide = max(words.width(tick(bar.first)) for bar in drawn) + APART
    each = drawn[0].last - drawn[0].first + 1
    across = drawn[1].box.left - drawn[0].box.left if len(drawn) > 1 else WIDTH
    span = next(each * round_ for round_ in ROUND if across * round_ >= wide)
    return [drawn[0], *drawn[:0:-1][:1], *(bar for bar in drawn if bar.first % span == 0)]


def years(drawn: list[Bar], tick: Number) -> list[tuple[Box, str]]:
    """The years that have room below the line, each under its bar; a decade's bar has its first."""
    found: list[tuple[Box, str]] = []
    for bar in _spaced(drawn, tick) if drawn else []:
        content = tick(bar.first)
        half = words.width(content) / 2
        x = min(max((bar.box.left + bar.box.right) / 2, half), WIDTH - half)
        box = svg.line_box(x, ROOM + HIGH + 20, content)
        wide = Box(box.left - APART, box.top, box.right + APART, box.bottom)
        if not any(wide.meets(taken) for taken, _ in found):
            found.append((box, svg.text(x, ROOM + HIGH + 20, content)))
    return found


def _column(bar: Bar, wide: float, name: str, href: str) -> str:
    box = bar.box
    inner = svg.touch(box.left, 0, wide, ROOM + HIGH)
    if bar.count:
        inner += svg.area("dot", box)
    return svg.linked(inner, name, href if bar.count else "")


def draw_timeline(
    counts: Mapping[int, int],
    *,
    name: str,
    title: str,
    description: str,
    link: Callable[[int, int], str] | None = None,
    years_named: Callable[[int, int], str] = period,
    tick: Number = str,
    number: Number = str,
    rtl: bool = False,
) -> str:
    """The timeline as <svg>; `counts` by year. `link` gives the address of the records of the years first to last.

    `years_named` writes such years out, `tick` the first year of a bar below the line. Years without a number are drawn
    as 0. For the caption to say: how many records have no year, and that the last decade is not over.
    """
    drawn = bars(counts, rtl=rtl)
    wide = min(WIDEST, WIDTH / (len(drawn) or 1))
    parts = [
        _column(
            bar,
            wide,
            f"{years_named(bar.first, bar.last)}: {number(bar.count)}",
            link(bar.first, bar.last) if link else "",
        )
        for bar in drawn
    ]
    edges = (drawn[0].box.left, drawn[-1].box.left + wide) if drawn else (0.0, WIDTH)
    parts.append(f'<path class="axis" d="M{svg.num(edges[0])} {svg.num(ROOM + HIGH + 1)}H{svg.num(edges[1])}"/>')
    texts = "".join(part for _, part in [*numbers(drawn, number), *years(drawn, tick)])
    parts.append(f'<g pointer-events="none">{texts}</g>')
    shown = Box(0, 0, WIDTH, ROOM + HIGH + FOOT)
    return svg.drawing(parts, shown, name=name, title=title, description=description, kind="years")
