"""Equal Earth, against its paper, against another program, and by what "equal area" means."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.charts.projection import EAST, WEST, around, equal_earth, flat, height

LATITUDES = st.floats(-90, 90)
LONGITUDES = st.floats(-180, 180)

# Printed by PROJ 9.5.1 for "+proj=eqearth +R=1": (latitude, longitude), (x, y).
PROJ = [
    ((0, 180), (2.7066299836960748, 0.0)),
    ((90, 0), (0.0, 1.3173627591574133)),
    ((90, 180), (1.6035886482840516, 1.3173627591574133)),
    ((45, -180), (-2.319708998205967, 0.8602310855220102)),
    ((30, 100), (1.4065009310151473, 0.592935119848017)),
    ((40.7, -74), (-0.9818620901576244, 0.7868414441972992)),
    ((-33.87, 151.2), (2.0869650776546234, -0.6647057660224264)),
    ((60, 10), (0.11328111597619772, 1.0883008355053196)),
    ((75, 90), (0.8725487707271947, 1.2534829731340382)),
]


@pytest.mark.parametrize(("degrees", "expected"), PROJ)
def test_it_gives_what_another_program_gives(degrees, expected):
    assert equal_earth(*degrees) == pytest.approx(expected, abs=1e-9)


def test_its_shape_is_the_published_one():
    wide, high = equal_earth(0, 180)[0], equal_earth(90, 0)[1]
    assert wide / high == pytest.approx(2.05458, abs=1e-5)
    assert equal_earth(90, 180)[0] / wide == pytest.approx(0.59247, abs=1e-5)


def test_the_whole_map_is_as_large_as_the_sphere():
    steps = 20_000
    edge = [equal_earth(-90 + 180 * i / steps, 180) for i in range(steps + 1)]
    strips = sum((a[0] + b[0]) * (b[1] - a[1]) for a, b in itertools.pairwise(edge))
    assert strips == pytest.approx(4 * math.pi, rel=1e-4)


@given(st.floats(-89, 89), LONGITUDES)
def test_a_small_field_keeps_its_area_everywhere(latitude, longitude):
    step = 1e-4
    x1, y1 = equal_earth(latitude, longitude)
    x2 = equal_earth(latitude, longitude + step)[0]
    y2 = equal_earth(latitude + step, longitude)[1]
    on_sphere = math.radians(step) * (math.sin(math.radians(latitude + step)) - math.sin(math.radians(latitude)))
    assert (x2 - x1) * (y2 - y1) == pytest.approx(on_sphere, rel=2e-3)


@given(LATITUDES, LONGITUDES)
def test_east_and_west_and_north_and_south_are_mirrored(latitude, longitude):
    x, y = equal_earth(latitude, longitude)
    assert equal_earth(latitude, -longitude) == (-x, y)
    assert equal_earth(-latitude, longitude) == (x, -y)


@given(st.floats(-1000, 1000))
def test_a_meridian_is_brought_between_the_edges_of_the_map(longitude):
    assert WEST <= around(longitude) <= EAST
    assert math.cos(math.radians(around(longitude) - longitude)) == pytest.approx(1)


@given(st.floats(-56, 84), LONGITUDES)
def test_every_place_shown_lies_on_the_map(latitude, longitude):
    x, y = flat(latitude, around(longitude), 1000)
    assert -1e-6 <= x <= 1000 + 1e-6
    assert 0 <= y <= height(1000)


@pytest.mark.parametrize("latitude", [-90.5, 91, math.nan])
def test_no_latitude_lies_beyond_a_pole(latitude):
    with pytest.raises(ValueError, match="No latitude"):
        equal_earth(latitude, 0)
