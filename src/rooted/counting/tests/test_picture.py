"""The drawing of a count: nothing leaves it, lengths are votes, every figure is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.charts.tests.reading import all_of, lines, outside, overlaps, rectangles, titles
from rooted.counting.methods.scottish_stv import scottish_stv
from rooted.counting.picture import LABEL, NUMBER, WIDTH, Words, draw_stages
from rooted.counting.telling import number
from rooted.counting.tests.made import any_ballots, ballots

SAID = Words("elected", "drops out", "still in", "Stage {}".format, "quota {}".format, number)


def drawn(count, **more):
    return draw_stages(count, SAID, **{"name": "c", "title": "Count", "describe": lambda stage: "Said", **more})


@given(any_ballots(), st.integers(1, 3), st.booleans())
def test_nothing_leaves_the_drawing_or_lies_over_anything(votes, seats, rtl):
    for drawing in drawn(scottish_stv(votes, seats), rtl=rtl):
        assert outside(rectangles(drawing), drawing) == []
        assert outside(lines(drawing), drawing) == []
        assert overlaps([*lines(drawing), *rectangles(drawing)]) == []


def test_every_figure_of_those_still_there_is_said():
    count = scottish_stv(ballots("ABC", "6 A>B", "2 B", "3 C>A"), 2)
    assert [title for drawing in drawn(count) for title in titles(drawing) if ":" in title] == [
        "A: 6, elected", "B: 2, still in", "C: 3, still in",
        "A: 4, elected", "B: 3.99998, still in", "C: 3, drops out",
        "A: 4, elected", "B: 3.99998, elected",
    ]  # fmt: skip


@pytest.mark.parametrize("rtl", [False, True])
def test_bars_are_as_long_as_votes_and_the_quota_stands_among_them(rtl):
    [drawing] = drawn(scottish_stv(ballots("AB", "6 A", "3 B"), 1), rtl=rtl)
    bars = rectangles(drawing)[3:]
    room = WIDTH - LABEL - NUMBER - 1
    assert [round(right - left, 1) for left, _, right, _ in bars] == [round(room, 1), round(room / 2, 1)]
    place = LABEL + room * 5 / 6
    line = [path.get("d") for path in all_of(drawing, "path") if "V" in (path.get("d") or "")][-1]
    assert float(line[1:].split()[0]) == pytest.approx(WIDTH - place if rtl else place, abs=0.01)


def test_names_are_only_text():
    count = scottish_stv(ballots("<&", "2 <", "1 &"), 1)
    assert titles(drawn(count)[0])[1] == "<: 2, elected"


def test_each_stage_is_a_drawing_of_its_own_called_by_its_stage():
    drawings = drawn(scottish_stv(ballots("ABC", "6 A>B", "2 B", "3 C>A"), 2))
    assert [titles(drawing)[0] for drawing in drawings] == ["Count", "Stage 2", "Stage 3"]
    assert ["<pattern" in drawing for drawing in drawings] == [True, False, False]
