"""Reads a drawing back, as a browser would."""

import math
import re
from xml.etree import ElementTree

from rooted.charts import words

SVG = "{http://www.w3.org/2000/svg}"


def parse(drawing: str) -> ElementTree.Element:
    return ElementTree.fromstring(drawing.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


def all_of(drawing: str, tag: str, kind: str | None = None) -> list[ElementTree.Element]:
    found = parse(drawing).iter(f"{SVG}{tag}")
    return [element for element in found if kind is None or element.get("class") == kind]


def titles(drawing: str) -> list[str]:
    return [element.text or "" for element in all_of(drawing, "title")]


def view(drawing: str) -> tuple[float, float, float, float]:
    """left, top, right, bottom"""
    left, top, wide, high = (float(part) for part in (parse(drawing).get("viewBox") or "").split())
    return left, top, left + wide, top + high


def rectangles(drawing: str) -> list[tuple[float, float, float, float]]:
    """Those one can see: left, top, right, bottom."""
    found = []
    for element in all_of(drawing, "rect"):
        if element.get("pointer-events") is None:
            x, y, wide, high = (float(element.get(name) or 0) for name in ("x", "y", "width", "height"))
            found.append((x, y, x + wide, y + high))
    return found


def lines(drawing: str) -> list[tuple[float, float, float, float]]:
    """The room that each text takes: left, top, right, bottom."""
    found = []
    for element in all_of(drawing, "text"):
        wide, x, y = words.width(element.text or ""), float(element.get("x") or 0), float(element.get("y") or 0)
        ways = {"start": 0.0, "middle": wide / 2, "end": wide}
        before = ways[element.get("text-anchor") or ""]
        before = wide - before if element.get("direction") == "rtl" else before
        found.append((x - before, y - 12, x - before + wide, y + 3))
    return found


def overlaps(boxes: list[tuple[float, float, float, float]]) -> list[tuple]:
    return [
        (a, b)
        for index, a in enumerate(boxes)
        for b in boxes[:index]
        if min(a[2], b[2]) - max(a[0], b[0]) > 0.05 and min(a[3], b[3]) - max(a[1], b[1]) > 0.05
    ]


def outside(boxes: list[tuple[float, float, float, float]], drawing: str) -> list[tuple]:
    left, top, right, bottom = view(drawing)
    return [b for b in boxes if b[0] < left - 0.05 or b[1] < top - 0.05 or b[2] > right + 0.05 or b[3] > bottom + 0.05]


def rings(path: str) -> list[list[tuple[int, int]]]:
    """The polygons of a path of M, l and z with whole numbers."""
    found = []
    for part in path.split("z")[:-1]:
        figures = [int(figure) for figure in re.findall(r"-?\d+", part)]
        x, y = figures[:2]
        ring = [(x, y)]
        for step_x, step_y in zip(figures[2::2], figures[3::2], strict=True):
            x, y = x + step_x, y + step_y
            ring.append((x, y))
        found.append(ring)
    return found


def apart(spot: tuple[float, float], ring: list[tuple[int, int]]) -> float:
    return min(math.dist(spot, point) for point in ring)


def inside(spot: tuple[float, float], ring: list[tuple[int, int]]) -> bool:
    x, y = spot
    crossed = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossed = not crossed
    return crossed
