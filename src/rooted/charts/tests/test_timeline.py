"""The timeline: every year is there, heights are numbers, and no label touches another."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.charts.tests.reading import all_of, lines, outside, overlaps, rectangles, titles, view
from rooted.charts.timeline import MOST, draw_timeline

COUNTS = st.dictionaries(st.integers(1600, 2100), st.integers(0, 3000), max_size=90)
NEAR = st.dictionaries(st.integers(1960, 2030), st.integers(0, 40), min_size=1, max_size=70)
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def drawn(counts, **more):
    return draw_timeline(counts, name="t", title="When", description="Strikes by year", **more)


@given(COUNTS | NEAR, st.booleans())
def test_bars_and_labels_lie_on_the_drawing(counts, rtl):
    drawing = drawn(counts, rtl=rtl)
    assert outside(rectangles(drawing), drawing) == []
    assert outside(lines(drawing), drawing) == []


@given(COUNTS | NEAR, st.booleans())
def test_no_label_lies_over_another_or_over_a_bar(counts, rtl):
    drawing = drawn(counts, rtl=rtl)
    assert overlaps([*lines(drawing), *rectangles(drawing)]) == []


@given(COUNTS | NEAR)
def test_no_record_is_lost(counts):
    assert sum(int(title.split(": ")[1]) for title in titles(drawn(counts))[1:]) == sum(counts.values())


@given(NEAR)
def test_every_year_between_is_there_with_its_number(counts):
    years = range(min(counts), max(counts) + 1)
    assert titles(drawn(counts))[1:] == [f"{year}: {counts.get(year, 0)}" for year in years]


@given(NEAR)
def test_heights_are_proportional_to_the_numbers(counts):
    bars = [bottom - top for _, top, _, bottom in rectangles(drawn(counts))]
    shown = [counts[year] for year in sorted(counts) if counts[year]]
    assert bars == [pytest.approx(max(1, 120 * count / max(shown)), abs=0.02) for count in shown]


@given(COUNTS)
def test_there_are_never_more_than_80_bars(counts):
    assert len(titles(drawn(counts))) - 1 <= MOST


def test_above_80_years_a_bar_is_a_decade():
    assert titles(drawn({1948: 1, 2027: 2}))[1:3] == ["1948: 1", "1949: 0"]
    assert titles(drawn({1947: 1, 2027: 2}))[1:3] == ["1940–1949: 1", "1950–1959: 0"]


def test_a_year_with_nothing_has_no_bar_but_its_place():
    drawing = drawn({2020: 2, 2021: 0, 2022: 1}, link=lambda first, last: f"?from={first}&to={last}")
    assert len(rectangles(drawing)) == 2
    assert [a.get("href") for a in all_of(drawing, "a")] == ["?from=2020&to=2020", "?from=2022&to=2022"]


def test_one_of_thousands_is_not_taken_for_none():
    bars = rectangles(drawn({2020: 5000, 2021: 1}))
    assert bars[1][3] - bars[1][1] == 1


@given(NEAR)
def test_the_largest_number_is_written_and_so_is_the_first_year(counts):
    texts = [text.text for text in all_of(drawn(counts), "text")]
    if any(counts.values()):
        assert str(max(counts.values())) in texts
    assert str(min(counts)) in texts


def test_time_runs_to_the_right_in_every_language():
    counts = {year: 1 for year in range(2000, 2027)}
    assert drawn(counts, rtl=True) == drawn(counts)


def test_a_short_row_of_bars_stands_where_reading_starts():
    counts = {2024: 3, 2025: 4}
    right = view(drawn(counts))[2]
    assert rectangles(drawn(counts))[0][0] == 0
    assert rectangles(drawn(counts, rtl=True))[-1][2] == pytest.approx(right, abs=6)


def test_years_and_numbers_are_written_as_the_caller_says():
    drawing = drawn({2025: 3}, tick=lambda n: str(n).translate(EASTERN), number=lambda n: f"n{n}")
    assert [text.text for text in all_of(drawing, "text")] == ["n3", "٢٠٢٥"]


def test_nothing_is_drawn_for_nothing():
    assert rectangles(drawn({})) == []
    assert rectangles(drawn({2020: 0})) == []


def test_a_number_below_zero_is_refused():
    with pytest.raises(ValueError, match="below 0"):
        drawn({2020: -1})


def test_eighty_years_stay_a_small_page():
    drawing = drawn({year: year % 37 for year in range(1947, 2027)}, link=lambda a, b: f"/struggles/?from={a}&to={b}")
    assert len(gzip.compress(drawing.encode())) < 3000
