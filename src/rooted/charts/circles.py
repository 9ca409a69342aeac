"""Numbers on the map as circles: where each is, and how large. Lengths in units of the map.

A circle's area is proportional to its number; all circles of a map have one scale.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rooted.charts import projection
from rooted.charts.outline import world
from rooted.charts.svg import Box

WIDTH = 480.0  # units: the whole world
LARGEST = 27.0  # units: the radius of the largest number, at most
INK = 12_000.0  # square units: all circles together, at most; about a seventh of what is shown
CROWDED = 0.4  # times that where only a part of the world is shown: its circles lie close to each other
LEAST = 1.2  # units: the smallest radius drawn to scale
RING = 1.6  # units: the radius of the ring that stands for what is smaller
CELL = 3.0  # units: points closer than this are drawn as one


@dataclass(frozen=True)
class Point:
    """`count` at a place in degrees. With a label or an address it is drawn by itself, else with its neighbours."""

    latitude: float
    longitude: float
    count: int = 1
    label: str = ""
    href: str = ""


@dataclass(frozen=True)
class Circle:
    """A number on the map, in units."""

    x: float
    y: float
    radius: float
    count: int
    label: str = ""
    href: str = ""

    @property
    def box(self) -> Box:
        r = max(self.radius, RING)
        return Box(self.x - r, self.y - r, self.x + r, self.y + r)

    def holds(self, box: Box) -> bool:
        """All four corners lie in the circle."""
        across = max(self.x - box.left, box.right - self.x)
        along = max(self.y - box.top, box.bottom - self.y)
        return math.hypot(across, along) <= self.radius

    def meets(self, box: Box) -> bool:
        across = max(box.left - self.x, 0.0, self.x - box.right)
        along = max(box.top - self.y, 0.0, self.y - box.bottom)
        return math.hypot(across, along) < max(self.radius, RING)


def place(latitude: float, longitude: float, zoom: float = 1.0) -> tuple[float, float]:
    """Degrees to units of the map."""
    return projection.flat(latitude, projection.around(longitude), WIDTH * zoom)


def not_on_map(counts: Mapping[str, int]) -> dict[str, int]:
    """The counts whose code the map does not know. The caption has to say them."""
    return {code: count for code, count in counts.items() if count and code not in world().points}


def merged(points: Iterable[Point], zoom: float = 1.0) -> list[Point]:
    """Points of one cell of the map as one, at their common middle; those with a label or an address by themselves."""
    cells: dict[tuple[int, int], list[Point]] = defaultdict(list)
    found = []
    for point in points:
        if point.label or point.href:
            found.append(point)
        else:
            x, y = place(point.latitude, point.longitude, zoom)
            cells[int(x // CELL), int(y // CELL)].append(point)
    for near in cells.values():
        total = sum(point.count for point in near)
        if total:
            latitude = sum(point.latitude * point.count for point in near) / total
            first = near[0].longitude  # longitudes of one cell, counted from its first: 179 and -179 are neighbours
            aside = sum(((p.longitude - first + 180) % 360 - 180) * p.count for p in near) / total
            found.append(Point(latitude, first + aside, total))
    return found


def scale(counts: Sequence[int], zoom: float = 1.0) -> float:
    """The radius of 1. The largest circle is large and all of them together leave the map to be seen."""
    if not any(counts):
        return 0.0
    part = CROWDED if zoom > 1 else 1.0
    return min(LARGEST * math.sqrt(part / max(counts)), math.sqrt(part * INK / (math.pi * sum(counts))))


def circles(
    counts: Mapping[str, int],
    points: Sequence[Point],
    labels: Mapping[str, str],
    links: Mapping[str, str],
    zoom: float = 1.0,
) -> list[Circle]:
    """Every number as a circle, the largest first. ValueError for a negative number."""
    known = world().points
    all_points = [
        *(Point(*known[c], n, labels.get(c, c), links.get(c, "")) for c, n in counts.items() if c in known),
        *merged(points, zoom),
    ]
    if any(point.count < 0 for point in all_points):
        raise ValueError("A count on the map is below 0.")
    unit = scale([point.count for point in all_points], zoom)
    found = [
        Circle(
            *place(point.latitude, point.longitude, zoom),
            unit * math.sqrt(point.count),
            point.count,
            point.label,
            point.href,
        )
        for point in all_points
        if point.count
    ]
    return sorted(found, key=lambda circle: -circle.count)
