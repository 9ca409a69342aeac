"""The map: areas are numbers, nothing is lost, nothing lies over anything it should not, and the page stays small."""

import gzip
import math
import random
from collections import Counter
from time import perf_counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rooted.charts.circles import LEAST, Point, merged, not_on_map, place
from rooted.charts.frame import WORLD, framed
from rooted.charts.numbering import ALWAYS
from rooted.charts.outline import world
from rooted.charts.tests.reading import all_of, lines, outside, overlaps, titles, view
from rooted.charts.world_map import draw_map

CODES = sorted(world().points)
COUNTS = st.dictionaries(st.sampled_from(CODES), st.integers(0, 5000), max_size=60)
REAL = {"US": 371, "CN": 45, "DE": 39, "GB": 17}


def drawn(counts, points=(), **more):
    labels = {code: code for code in CODES}
    return draw_map(counts, points, name="m", title="Where", description="Strikes", labels=labels, **more)


def circles(drawing):
    """x, y, radius"""
    return [tuple(float(circle.get(key) or 0) for key in ("cx", "cy", "r")) for circle in all_of(drawing, "circle")]


def numbers(drawing):
    return [text.text for text in all_of(drawing, "text")]


@given(COUNTS)
@settings(deadline=None)
def test_areas_are_proportional_to_the_numbers(counts):
    shown = sorted((count for count in counts.values() if count), reverse=True)
    radii = [float(circle.get("r") or 0) for circle in all_of(drawn(counts), "circle", "dot")]
    for count, radius in zip(shown, radii, strict=False):
        assert radius == pytest.approx(radii[0] * math.sqrt(count / shown[0]), abs=0.011)


@given(COUNTS)
@settings(deadline=None)
def test_every_country_with_a_number_is_named_once_and_no_other(counts):
    drawing = drawn(counts)
    expected = sorted(f"{code}: {count}" for code, count in counts.items() if count)
    assert sorted(titles(drawing)[1:]) == expected
    assert len(circles(drawing)) == len(expected)


@given(COUNTS)
@settings(deadline=None)
def test_all_circles_and_numbers_lie_on_the_map(counts):
    drawing = drawn(counts)
    assert outside([(x - r, y - r, x + r, y + r) for x, y, r in circles(drawing)], drawing) == []
    assert outside(lines(drawing), drawing) == []


@given(COUNTS)
@settings(deadline=None)
def test_no_number_lies_over_another(counts):
    assert overlaps(lines(drawn(counts))) == []


def covers(circle, box):
    x, y, radius = circle
    return math.hypot(max(box[0] - x, 0, x - box[2]), max(box[1] - y, 0, y - box[3])) < radius - 0.05


@given(COUNTS)
@settings(deadline=None)
def test_no_number_beside_a_circle_lies_over_one(counts):
    drawing = drawn(counts)
    written = zip(all_of(drawing, "text"), lines(drawing), strict=True)
    beside = [box for text, box in written if text.get("class") != "over"]
    wrong = [box for box in beside if sum(covers(circle, box) for circle in circles(drawing)) > 1]
    assert wrong == []


EUROPE = {"DE": 39, "GB": 32, "FR": 7, "NL": 6, "BE": 5, "PL": 4, "DK": 3, "CH": 3, "AT": 3, "CZ": 2, "IE": 2, "SE": 1}


@given(COUNTS)
@example(REAL | EUROPE)
@settings(deadline=None)
def test_the_eight_largest_always_have_their_number(counts):
    largest = sorted((count for count in counts.values() if count), reverse=True)[:ALWAYS]
    assert Counter(map(str, largest)) <= Counter(numbers(drawn(counts)))


def led(drawing):
    """Of each line: the count of the circle whose middle it comes from, and the number whose edge it ends at."""
    counts = [title.partition(": ")[2] for title in titles(drawing)[1:]]
    boxes = list(zip(numbers(drawing), lines(drawing), strict=True))
    for path in all_of(drawing, "path", "dot"):
        left, right, tip = (tuple(map(float, at.split())) for at in path.get("d").strip("Mz").split("L"))
        middle = (left[0] + right[0]) / 2, (left[1] + right[1]) / 2
        at = [
            count for count, (x, y, _r) in zip(counts, circles(drawing), strict=True) if math.dist(middle, (x, y)) < 0.1
        ]
        yield (
            at,
            [said for said, box in boxes if box[0] - 1 <= tip[0] <= box[2] + 1 and box[1] - 1 <= tip[1] <= box[3] + 1],
        )


def test_a_line_leads_from_a_circle_among_others_to_its_own_number():
    found = list(led(drawn(REAL | EUROPE)))
    assert found != []
    assert [number for _count, number in found] == [count for count, _number in found]


@pytest.mark.parametrize("counts", [REAL, dict.fromkeys(CODES[::4], 5), dict.fromkeys(CODES, 1), {"DE": 1}])
def test_all_circles_together_leave_the_map_to_be_seen(counts):
    drawing = drawn(counts)
    left, top, right, bottom = view(drawing)
    assert sum(math.pi * r * r for _, _, r in circles(drawing)) < 0.16 * (right - left) * (bottom - top)


def test_the_largest_number_stands_in_its_circle():
    assert [text.text for text in all_of(drawn(REAL), "text", "over")] == ["371"]
    assert sorted(numbers(drawn(REAL))) == ["17", "371", "39", "45"]


def test_a_number_too_small_to_see_is_a_ring_that_claims_no_area():
    drawing = drawn({"US": 5000, "IE": 1})
    ring = next(circle for circle in all_of(drawing, "circle") if circle.get("class") != "dot")
    assert ring.get("fill") == "none"
    assert float(ring.get("r") or 0) > LEAST
    assert titles(drawing)[1:] == ["US: 5000", "IE: 1"]


def test_a_circle_stands_where_its_country_is():
    x, y, _ = circles(drawn({"KE": 4}))[0]
    assert (x, y) == pytest.approx(place(0.6, 37.8), abs=2)
    assert place(51, 0)[0] < place(51, 10)[0] < place(66, -170)[0]  # Chukotka lies in the east


def test_a_country_opens_its_records():
    drawing = drawn(REAL, links={"DE": "?country=DE&year=2024"})
    assert [(a.get("href"), a.get("aria-label")) for a in all_of(drawing, "a")] == [("?country=DE&year=2024", "DE: 39")]


def test_numbers_are_written_as_the_caller_says():
    assert "٣٧١" in numbers(drawn(REAL, number=lambda n: str(n).translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))))


def test_what_the_map_does_not_know_is_told():
    counts = {"DE": 1, "AQ": 2, "": 3, "XX": 0}
    assert not_on_map(counts) == {"AQ": 2, "": 3}
    assert titles(drawn(counts))[1:] == ["DE: 1"]


def test_a_number_below_zero_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        drawn({"DE": -1})


def test_without_numbers_there_is_plain_land():
    assert [circles(drawn(counts)) for counts in ({}, {"DE": 0})] == [[], []]


@given(st.lists(st.tuples(st.floats(-56, 83), st.floats(-180, 180), st.integers(0, 9)), max_size=200))
@settings(deadline=None)
def test_merged_points_lose_nothing(rows):
    points = [Point(*row) for row in rows]
    assert sum(point.count for point in merged(points)) == sum(point.count for point in points)
    assert len(merged(points)) <= len(points)


def test_neighbours_across_the_date_line_meet_between_them():
    (one,) = merged([Point(-17, 179.9), Point(-17, -179.9)])
    assert abs(one.longitude) == pytest.approx(180)


def test_a_point_with_an_address_is_drawn_by_itself():
    points = [Point(52.5, 13.4), Point(52.5, 13.4), Point(52.5, 13.4, 2, "Berlin", "/s/?town=1")]
    drawing = drawn({}, points)
    assert [a.get("aria-label") for a in all_of(drawing, "a")] == ["Berlin: 2"]


def many_points():
    rng = random.Random(1)
    places = [(rng.uniform(-40, 65), rng.uniform(-180, 180)) for _ in range(3000)]
    return [Point(lat + rng.gauss(0, 0.5), lon + rng.gauss(0, 0.5)) for lat, lon in rng.choices(places, k=15_000)]


def test_fifteen_thousand_points_stay_a_small_page():
    before = perf_counter()
    drawing = drawn({}, many_points())
    assert perf_counter() - before < 5
    assert len(gzip.compress(drawing.encode())) < 26_000


def test_a_map_of_sixty_countries_stays_a_small_page():
    counts = {code: 1 + index * 7 for index, code in enumerate(CODES[::4][:60])}
    drawing = drawn(counts, links={code: f"/struggles/?country={code}" for code in counts})
    assert len(counts) == 60
    assert len(gzip.compress(drawing.encode())) < 9_000


NEAR = st.lists(
    st.builds(
        Point, st.floats(-55, 70), st.floats(-180, 180), st.integers(1, 900), st.sampled_from(["", "Salem"]),
    ),
    min_size=1,
    max_size=60,
)  # fmt: skip


@given(NEAR)
@settings(deadline=None)
def test_of_a_part_of_the_world_every_point_is_shown_whole(points):
    drawing = drawn({}, points, near=True)
    assert outside([(x - r, y - r, x + r, y + r) for x, y, r in circles(drawing)], drawing) == []
    assert outside(lines(drawing), drawing) == []
    assert overlaps(lines(drawing)) == []


@given(NEAR)
def test_a_part_of_the_world_keeps_the_shape_and_the_breadth_of_the_whole(points):
    frame = framed(points)
    left, top, right, bottom = (getattr(frame.box, side) for side in ("left", "top", "right", "bottom"))
    assert (frame.zoom >= 1, right - left) == (True, pytest.approx(392))
    assert 0.53 * 392 - 0.01 < bottom - top <= 0.9 * 392 + 0.01


def test_neighbours_without_a_name_have_no_number_beside_those_with_one():
    points = [Point(30, 31, 5, "Cairo"), Point(-34, 18, 3), Point(-34, 18, 4)]
    assert [numbers(drawn({}, some, near=True)) for some in (points, points[1:])] == [["5"], ["7"]]


def test_one_town_is_drawn_with_the_land_about_it():
    (x, y, _radius), *none = circles(drawn({}, [Point(51.3, 12.4, 3, "Leipzig")], near=True))
    frame = framed([Point(51.3, 12.4)])
    at = place(51.3, 12.4)
    assert (x, y, none) == (
        pytest.approx(at[0] * frame.zoom, abs=0.01),
        pytest.approx(at[1] * frame.zoom, abs=0.01),
        [],
    )
    assert frame.zoom == pytest.approx(392 / 36)


def test_points_all_over_the_world_are_drawn_on_the_whole_of_it():
    assert framed([Point(40, -120), Point(-30, 150)]) == framed([]) == WORLD
