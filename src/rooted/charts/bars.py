"""Bars side by side, to compare how something went: each row a label, how many it is about, and its parts.

Parts are told apart by their fill and named in a key above. In right-to-left languages bars grow from the right.
"""

from collections.abc import Iterator, Sequence

from rooted.charts import patterns, svg, words
from rooted.charts.rows import EDGE, WIDTH, Piece, Plan, Row, check
from rooted.charts.svg import Box, Number

THICK = 20.0  # units: a bar
THIN = 12.0  # units: a bar of a group, or of a row with few; the hatch above it is half as thick
BELOW = 20.0  # units: the numbers under a bar
GAP = 18.0  # units between two rows
SWATCH = 14.0  # units: the side of a square of the key


def pieces(row: Row, plan: Plan, top: float) -> list[Piece]:
    """The row's parts, drawn: one after the other, or (grouped) one under the other. Nothing for 0."""
    unit = plan.length(row)
    thick = THIN if row.few or plan.grouped else THICK
    left = EDGE
    found = []
    for kind, count in enumerate(row.parts):
        if plan.grouped:
            left, top = EDGE, top + (BELOW if kind else 0)
        box = Box(left, top, left + unit * count, top + thick)
        left = box.right
        found += [Piece(kind, count, plan.flip(box))] if count else []
    return found


def figures(drawn: Sequence[Piece], plan: Plan) -> list[tuple[Box, str]]:
    """The numbers of the parts: under a part that is wide enough; beside it, if grouped."""
    found = []
    for piece in drawn:
        content = plan.number(piece.count)
        half = words.width(content) / 2
        box = piece.box
        if plan.grouped:
            after = box.left - half - 6 if plan.rtl else box.right + half + 6
            x = after if half <= after <= WIDTH - half else min(max(after, half), WIDTH - half)
            spot, fits = (x, box.bottom), x == after
        else:
            spot, fits = ((box.left + box.right) / 2, box.bottom + BELOW - 4), box.right - box.left >= 2 * half + 2
        if fits:
            found.append((svg.line_box(*spot, content), svg.text(*spot, content)))
    return found


def key(plan: Plan, top: float) -> tuple[list[str], float]:
    """The kinds with their fills, on as many lines as they need; and where they end."""
    x, y, parts = EDGE, top, []
    for kind, named in enumerate(plan.kinds):
        word = words.cut(named, WIDTH - SWATCH - 8)
        wide = SWATCH + 6 + words.width(word)
        if x > EDGE and x + wide > WIDTH:
            x, y = EDGE, y + words.LEADING + 4
        parts.append(_filled(kind, plan.flip(Box(x, y, x + SWATCH, y + SWATCH)), plan))
        parts.append(plan.say(x + SWATCH + 6, y + 12.5, word))
        x += wide + 14
    return parts, y + words.LEADING


def _filled(kind: int, box: Box, plan: Plan) -> str:
    return svg.area("", box, patterns.fill(kind, plan.name))


def _heading(row: Row, plan: Plan, top: float) -> tuple[str, float]:
    """The label, its n at the far side, the word for few under it; and where they end."""
    n = plan.number(row.n)
    said = words.lines(row.label, WIDTH - words.width(n) - 12, 3) or [""]
    parts = [
        plan.say(0, top + 15 + words.LEADING * index, line, link=bool(row.href)) for index, line in enumerate(said)
    ]
    parts.append(plan.say(WIDTH, top + 15, n, anchor="end"))
    if row.few:
        said.append(row.few)
        parts.append(plan.say(0, top + 15 + words.LEADING * (len(said) - 1), words.cut(row.few, WIDTH)))
    end = top + words.LEADING * len(said) + 2
    area = svg.touch(0, top, WIDTH, end - top)
    return svg.linked("".join(parts) + area, f"{row.label}: {n}", row.href), end + 2


def _row(row: Row, plan: Plan, top: float) -> tuple[str, float]:
    heading, top = _heading(row, plan, top)
    parts = [heading]
    if row.few and row.n:
        parts.append(_flag(row, plan, top))
        top += THIN / 2 + 3
    drawn = pieces(row, plan, top)
    for piece in drawn:
        said = f"{row.label}, {plan.kinds[piece.kind]}: {plan.number(piece.count)}"
        href = row.links[piece.kind] if row.links else ""
        parts.append(svg.linked(_filled(piece.kind, piece.box, plan), said, href))
    parts += _nothing(row, plan)
    parts += [f'<g pointer-events="none">{"".join(part for _, part in figures(drawn, plan))}</g>']
    high = BELOW * (len(plan.kinds) - 1) + THIN if plan.grouped else BELOW + (THIN if row.few else THICK)
    return "".join(parts), top + high


def _flag(row: Row, plan: Plan, top: float) -> str:
    """The hatch above the bar of a row with few, as long as its n."""
    box = Box(EDGE, top, EDGE + plan.length(row) * row.n, top + THIN / 2)
    return svg.area("", plan.flip(box), f"url(#{plan.name}-few)")


def _nothing(row: Row, plan: Plan) -> Iterator[str]:
    """Parts with 0 are not drawn, but said."""
    none = [plan.kinds[kind] for kind, count in enumerate(row.parts) if not count]
    if none:
        yield "<desc>" + svg.say("; ".join(f"{row.label}, {kind}: {plan.number(0)}" for kind in none)) + "</desc>"


def draw_bars(
    rows: Sequence[Row],
    *,
    name: str,
    title: str,
    description: str,
    kinds: Sequence[str],
    grouped: bool = False,
    by_size: bool = False,
    number: Number = str,
    rtl: bool = False,
) -> str:
    """The bars as <svg>. A row's parts follow each other and make up its n; `grouped`, they may overlap (each <= n).

    Every row is as long as the drawing is wide, or with `by_size` as long as its n is large beside the largest.
    """
    check(rows, kinds, grouped=grouped)
    most = max((row.n for row in rows), default=0)
    unit = (WIDTH - 2 * EDGE) / (most or 1) if by_size else None
    plan = Plan(svg.ident(name), kinds, number, grouped, rtl, unit)
    parts, y = key(plan, EDGE)
    parts.insert(0, patterns.definitions(len(kinds), name, few=any(row.few for row in rows)))
    for row in rows:
        drawn, y = _row(row, plan, y + GAP)
        parts.append(drawn)
    return svg.drawing(parts, Box(0, 0, WIDTH, y + 4), name=name, title=title, description=description, kind="years")
