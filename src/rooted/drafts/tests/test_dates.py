"""Days in boxes: as exact as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.drafts.dates import Impossible, Parts, boxes, known


@pytest.mark.parametrize(
    ("parts", "day", "precision"),
    [
        (Parts(1919, 3, 14), date(1919, 3, 14), "day"),
        (Parts(1919, 3), date(1919, 3, 1), "month"),
        (Parts(1919), date(1919, 1, 1), "year"),
        (Parts(1919, exact="decade"), date(1919, 1, 1), "decade"),
        (Parts(1840, exact="century"), date(1840, 1, 1), "century"),
        (Parts(2019, 1, 1, "unclear"), date(2019, 1, 1), "unclear"),
        (Parts(2019, 1, exact="unclear"), date(2019, 1, 1), "month"),
        (Parts(2024, 2, 29), date(2024, 2, 29), "day"),
    ],
)
def test_the_precision_is_what_was_filled_in(parts, day, precision):
    assert known(parts) == (day, precision)


def test_empty_boxes_say_nothing():
    assert known(Parts()) is None


@pytest.mark.parametrize(
    ("parts", "box"), [(Parts(None, 3), "year"), (Parts(1919, None, 4), "month"), (Parts(2023, 2, 29), "day")]
)
def test_what_cannot_be_says_in_which_box(parts, box):
    with pytest.raises(Impossible) as mistake:
        known(parts)
    assert mistake.value.box == box


@given(st.dates(date(1, 1, 1), date(9998, 12, 31)), st.sampled_from(["day", "month", "year", "unclear"]))
def test_a_stored_day_comes_back_from_its_boxes(day, precision):
    first = {"month": day.replace(day=1), "year": day.replace(month=1, day=1)}
    assert known(boxes(day, precision)) == (first.get(precision, day), precision)
