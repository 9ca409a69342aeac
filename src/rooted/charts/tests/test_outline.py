"""The outline we ship: small, whole, and every country's point where the country is."""

import csv
import gzip
import io
import json
from collections import defaultdict
from pathlib import Path

import pytest

from rooted.charts.outline import GRID, world
from rooted.charts.projection import around, flat, height
from rooted.charts.tests.reading import apart, inside, rings

PLACES = Path(__file__).parents[2] / "places" / "data"
UNINHABITED = {"AQ", "BV", "UM"}  # Antarctica, Bouvet Island, outlying islands of the United States

CITIES = {"CN": (39.9, 116.4), "US": (39.1, -94.6), "BR": (-15.8, -47.9), "CD": (-2.5, 23.6), "AU": (-23.7, 133.9)}
LARGE = [
    "AR", "AU", "BR", "CA", "CD", "CN", "DE", "EG", "ES", "ET", "FR", "GB", "ID", "IN", "IR", "IT", "JP", "KE", "KZ",
    "MX", "NG", "NO", "NZ", "PE", "PK", "PL", "RU", "SE", "TR", "UA", "US", "VN", "ZA",
]  # fmt: skip
EMPTY_INSIDE = {"AU", "BR", "CA", "EH", "GL", "LY", "RU", "TD"}  # a point may lie far from every town
SEAS = [
    (30, -40),
    (-30, -110),
    (0, -25),
    (-40, 80),
    (35, 18),
    (58, -86),
    (43.5, 34),
]  # the last two: Hudson Bay, Black Sea


def land_holds(latitude, longitude):
    spot = flat(latitude, around(longitude), GRID)
    return sum(inside(spot, ring) for ring in rings(world().land)) % 2 == 1


def towns():
    """Latitudes and longitudes of the towns of each country."""
    found = defaultdict(list)
    with gzip.open(PLACES / "towns.tsv.gz", "rb") as file:
        for row in csv.reader(io.TextIOWrapper(file, "utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row[2]].append((float(row[6]), float(row[7])))
    return found


def test_every_country_we_name_has_a_point_but_those_without_people():
    named = set(json.loads((PLACES / "countries.json").read_text())["en"])
    assert named - set(world().points) == UNINHABITED


@pytest.mark.parametrize("place", CITIES.values())
def test_land_is_land(place):
    assert land_holds(*place)


@pytest.mark.parametrize("place", SEAS)
def test_sea_is_sea(place):
    assert not land_holds(*place)


def test_a_point_lies_among_the_towns_of_its_country():
    astray = []
    for code, places in towns().items():
        latitude, longitude = world().points.get(code, places[0])
        near = min(max(abs(latitude - a), abs((longitude - b + 180) % 360 - 180)) for a, b in places)
        if near > 3 and code not in EMPTY_INSIDE:
            astray.append(code)
    assert astray == []


def test_the_points_of_large_countries_lie_on_land():
    assert [code for code in LARGE if not land_holds(*world().points[code])] == []


def test_no_ring_runs_across_the_whole_map():
    assert max(max(x for x, _ in ring) - min(x for x, _ in ring) for ring in rings(world().land)) < 0.55 * GRID


def test_all_land_lies_on_the_map():
    points = [point for ring in rings(world().land) for point in ring]
    assert min(x for x, _ in points) >= 0
    assert max(x for x, _ in points) <= GRID
    assert min(y for _, y in points) >= 0
    assert max(y for _, y in points) <= height(GRID)


def test_chukotka_is_not_cut_off():
    ring = max(rings(world().land), key=len)
    assert apart(flat(66.1, around(-169.7), GRID), ring) < 4


def test_the_coast_weighs_less_than_five_kilobytes():
    assert len(gzip.compress(world().land.encode(), 9)) < 5000
