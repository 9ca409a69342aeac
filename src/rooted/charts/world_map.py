"""The map of the world with circles: how many in each country, or how many near each point.

A circle's area is proportional to its number. What would be too small to see is a ring of one size instead, which
means "few" and claims no area. The map is never mirrored: east is on the right in every language.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from rooted.charts import svg
from rooted.charts.circles import LEAST, RING, WIDTH, Circle, Point, circles
from rooted.charts.frame import WORLD, Frame, framed
from rooted.charts.numbering import numbers
from rooted.charts.outline import GRID, world
from rooted.charts.svg import Box, Number

TOUCH = 6.0  # units: the radius that can be pressed, at least
LEAST_POINT = 0.8  # units: the smallest radius of a point without a name


def view(frame: Frame, drawn: Iterable[Circle]) -> Box:
    """What of the world is shown: the frame, and every circle whole."""
    boxes = [frame.box, *(circle.box for circle in drawn)]
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _shape(circle: Circle) -> str:
    where = f'cx="{svg.num(circle.x)}" cy="{svg.num(circle.y)}"'
    if circle.radius >= LEAST:
        return f'<circle class="dot" {where} r="{svg.num(circle.radius)}"/>'
    return f'<circle {where} r="{RING}" fill="none" stroke="currentColor" stroke-width=".6"/>'


def _named(circle: Circle, number: Number) -> str:
    inner = _shape(circle)
    if circle.href and circle.radius < TOUCH:
        inner += svg.touch(circle.x - TOUCH, circle.y - TOUCH, 2 * TOUCH, 2 * TOUCH)
    name = f"{circle.label}: {number(circle.count)}" if circle.label else number(circle.count)
    return svg.linked(inner, name, circle.href)


def _plain(drawn: Iterable[Circle]) -> list[str]:
    """Points without a name: one path for each size, a dot being a line of no length with round ends.

    The smallest keep a size one can see, so only the larger of them are to scale.
    """
    sizes: dict[float, list[Circle]] = defaultdict(list)
    for circle in drawn:
        sizes[circle.radius].append(circle)
    parts = []
    for radius, same in sizes.items():
        steps = "".join(f"M{circle.x:.0f} {circle.y:.0f}h0" for circle in same)
        parts.append(f'<path d="{steps}" stroke-width="{svg.num(2 * max(radius, LEAST_POINT))}"/>')
    return ['<g fill="none" stroke="currentColor" stroke-linecap="round">', *parts, "</g>"] if parts else []


def draw_map(
    counts: Mapping[str, int],
    points: Sequence[Point] = (),
    *,
    name: str,
    title: str,
    description: str,
    labels: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    number: Number = str,
    near: bool = False,
) -> str:
    """The map as <svg>. `counts`, `labels` and `links` by ISO 3166-1 code; `name` begins the ids it uses.

    `near`: only that part of the world in which the points lie, as large as it can be.
    Countries without a number are plain land. Codes the map does not know are left out: see `circles.not_on_map`.
    """
    frame = framed(points) if near else WORLD
    drawn = circles(counts, points, labels, links or {}, frame.zoom)
    shown = view(frame, drawn)
    plain = [circle for circle in drawn if not circle.label and not circle.href]
    land = f'<path class="land" transform="scale({svg.num(frame.zoom * WIDTH / GRID)})" d="{world().land}"/>'
    parts = [land, *_plain(plain), *(_named(circle, number) for circle in drawn if circle.label or circle.href)]
    placed = numbers(drawn, shown, number)
    beside = "".join([*placed.lines, *(text for _box, text in placed.texts)])
    parts.append(f'<g pointer-events="none">{beside}</g>' if beside else "")
    return svg.drawing(parts, shown, name=name, title=title, description=description)
