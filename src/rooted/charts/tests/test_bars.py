"""Bars side by side: lengths are shares, parts are told apart without colour, few are said to be few."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.charts.bars import draw_bars
from rooted.charts.rows import Row
from rooted.charts.tests.reading import all_of, lines, outside, overlaps, rectangles, titles, view

KINDS = ["Won", "Partly won", "Lost", "Called off", "Not known"]
PARTS = st.lists(st.integers(0, 2000), min_size=5, max_size=5)
LABEL = st.text(st.characters(categories=["L", "Nd", "Zs"]), min_size=1, max_size=80)
ROWS = st.lists(
    st.builds(lambda label, parts, few: Row(label, sum(parts), parts, few), LABEL, PARTS, LABEL | st.just(""))
)


def drawn(rows, **more):
    return draw_bars(rows, **{"name": "b", "title": "How", "description": "Outcomes", "kinds": KINDS, **more})


def swatches_and_bars(drawing, kinds=5):
    boxes = rectangles(drawing)
    return boxes[:kinds], boxes[kinds:]


@given(ROWS, st.booleans(), st.booleans(), st.booleans())
def test_bars_never_leave_the_drawing(rows, rtl, by_size, grouped):
    drawing = drawn(rows, rtl=rtl, by_size=by_size, grouped=grouped)
    assert outside(rectangles(drawing), drawing) == []
    assert outside(lines(drawing), drawing) == []


@given(ROWS, st.booleans(), st.booleans(), st.booleans())
def test_nothing_lies_over_anything(rows, rtl, by_size, grouped):
    drawing = drawn(rows, rtl=rtl, by_size=by_size, grouped=grouped)
    assert overlaps([*lines(drawing), *rectangles(drawing)]) == []


@given(ROWS)
def test_every_number_is_said(rows):
    drawing = drawn(rows)
    said = [*titles(drawing), *(part for desc in all_of(drawing, "desc") for part in (desc.text or "").split("; "))]
    expected = [f"{row.label}, {kind}: {n}" for row in rows for kind, n in zip(KINDS, row.parts, strict=True)]
    assert [one for one in expected if one not in said] == []


@given(PARTS.filter(any), st.booleans())
def test_lengths_are_shares_of_the_row(parts, rtl):
    _, bars = swatches_and_bars(drawn([Row("Strike", sum(parts), parts)], rtl=rtl))
    lengths = [right - left for left, _, right, _ in bars]
    assert lengths == [pytest.approx(358 * part / sum(parts), abs=0.02) for part in parts if part]


@given(st.integers(1, 500), st.integers(1, 500))
def test_by_size_a_row_is_as_long_as_its_n(one, other):
    rows = [Row("A", one, [one, 0, 0, 0, 0]), Row("B", other, [0, other, 0, 0, 0])]
    _, bars = swatches_and_bars(drawn(rows, by_size=True))
    lengths = [right - left for left, _, right, _ in bars]
    assert lengths[0] / lengths[1] == pytest.approx(one / other, rel=0.03)


def test_bars_grow_from_the_side_where_reading_starts():
    rows = [Row("Strike", 10, [4, 6, 0, 0, 0])]
    ltr, rtl = (swatches_and_bars(drawn(rows, rtl=rtl))[1][0] for rtl in (False, True))
    assert ltr[0] == 1
    assert rtl[2] == view(drawn(rows))[2] - 1
    assert all(
        text.get("direction") == "rtl" for text in all_of(drawn(rows, rtl=True), "text") if text.text == "Strike"
    )


def test_each_part_has_a_fill_of_its_own_and_the_key_names_it():
    drawing = drawn([Row("Strike", 5, [1] * 5)])
    fills = [rect.get("fill") for rect in all_of(drawing, "rect") if not rect.get("pointer-events")]
    assert len(set(fills)) == 5
    assert fills[:5] == fills[5:]
    assert [text.text for text in all_of(drawing, "text")][:5] == KINDS


def test_few_are_hatched_and_said_to_be_few():
    drawing = drawn([Row("Boycott", 4, [3, 0, 1, 0, 0], few="Too few to compare"), Row("Strike", 90, [90, 0, 0, 0, 0])])
    hatched = [rect for rect in all_of(drawing, "rect") if rect.get("fill") == "url(#b-few)"]
    assert len(hatched) == 1
    assert "Too few to compare" in [text.text for text in all_of(drawing, "text")]


def test_n_stands_beside_the_label():
    assert {"Strike", "90"} <= {text.text for text in all_of(drawn([Row("Strike", 90, [90, 0, 0, 0, 0])]), "text")}


def test_a_row_and_its_parts_open_their_records():
    row = Row("Strike", 9, [4, 5, 0, 0, 0], href="?t=1", links=[f"?t=1&o={kind}" for kind in range(5)])
    assert [a.get("href") for a in all_of(drawn([row]), "a")] == ["?t=1", "?t=1&o=0", "?t=1&o=1"]


def test_a_label_that_opens_records_is_underlined_and_called_by_its_words():
    link = all_of(drawn([Row("Strike", 9, [9, 0, 0, 0, 0], href="?t=1")]), "a")[0]
    assert link.get("aria-label") is None
    assert [text.get("text-decoration") for text in link if text.text == "Strike"] == ["underline"]


def test_parts_that_overlap_are_drawn_under_each_other():
    row = Row("Strike", 10, [9, 8, 0, 0, 0])
    _, bars = swatches_and_bars(drawn([row], grouped=True))
    assert [left for left, *_ in bars] == [1, 1]
    with pytest.raises(ValueError, match="do not fit"):
        drawn([row])


@pytest.mark.parametrize(
    ("row", "grouped"),
    [
        (Row("x", 3, [1, 1, 0, 0, 0]), False),
        (Row("x", 3, [-1, 4, 0, 0, 0]), False),
        (Row("x", 3, [4, 0, 0, 0, 0]), True),
        (Row("x", 3, [3]), False),
        (Row("x", 3, [3, 0, 0, 0, 0], links=["?"]), False),
    ],
)
def test_figures_that_do_not_fit_are_refused(row, grouped):
    with pytest.raises(ValueError, match="x"):
        drawn([row], grouped=grouped)


def test_there_are_fills_for_six_kinds():
    with pytest.raises(ValueError, match="6 kinds"):
        drawn([], kinds=list("abcdefg"))
