"""Which part of the world a map shows, and how large. Lengths in units of the map, as large as it is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from rooted.charts import projection
from rooted.charts.circles import WIDTH, Point, place
from rooted.charts.svg import Box

LEFT, RIGHT = 54.0, 446.0  # units: the continents; the sea at the edges only if a circle lies there
ROOM = 1.3  # times what the points take up, so that the land around them is seen
SMALLEST = 36.0  # units of the whole world: what is shown is never narrower, or no coast would tell where it is
FLATTEST, HIGHEST = 0.53, 0.9  # of its breadth


@dataclass(frozen=True)
class Frame:
    """`zoom`: how many times larger than the map of the whole world; `box`: what is shown of it."""

    zoom: float
    box: Box


WORLD = Frame(1.0, Box(LEFT, 0, RIGHT, projection.height(WIDTH)))


def framed(points: Sequence[Point]) -> Frame:
    """The part of the world in which these points lie; the whole world where they lie all over it, or are none."""
    if not points:
        return WORLD
    places = [place(point.latitude, point.longitude) for point in points]
    left, right = min(x for x, _y in places), max(x for x, _y in places)
    top, bottom = min(y for _x, y in places), max(y for _x, y in places)
    broad = RIGHT - LEFT
    zoom = broad / max(ROOM * (right - left), ROOM * (bottom - top) / HIGHEST, SMALLEST)
    if zoom <= 1:
        return WORLD
    high = min(max(ROOM * (bottom - top) * zoom, FLATTEST * broad), HIGHEST * broad)
    x, y = zoom * (left + right) / 2, zoom * (top + bottom) / 2
    return Frame(zoom, Box(x - broad / 2, y - high / 2, x + broad / 2, y + high / 2))
