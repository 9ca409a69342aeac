"""The outline of the world, and a point for each country: built once by scripts/build_outline.py, shipped as data.

Natural Earth, 1:110 million, public domain. Without borders on purpose; without Antarctica.
"""

import functools
import json
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"
GRID = 1000  # units: the width of the world in which the outline is kept, in whole numbers


@dataclass(frozen=True)
class World:
    """`land`: the data of one SVG path on the grid. `points`: ISO 3166-1 code of two letters -> degrees (lat, lon)."""

    land: str
    points: dict[str, tuple[float, float]]


@functools.cache
def world() -> World:
    """The world we ship, read once."""
    table = json.loads((DATA / "world.json").read_text(encoding="utf-8"))
    return World(table["land"], {code: (lat, lon) for code, (lat, lon) in table["points"].items()})
