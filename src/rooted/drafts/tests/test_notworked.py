"""Days not worked, held against sums by hand and against another way of counting."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.drafts.notworked import NotWorked, Stretch, days_not_worked, stretches
from rooted.records.record import Day

MONDAY = date(2026, 11, 2)


def days(*numbers, percent=100, estimated=False):
    return [
        Day(MONDAY + timedelta(days=at), "", low, high, percent, estimated) for at, (low, high) in enumerate(numbers)
    ]


def test_workers_times_days():
    assert days_not_worked(days((40, 40), (40, 40), (30, 30))) == NotWorked(110, 110, False)


def test_a_part_of_a_day_counts_as_a_part():
    assert days_not_worked(days((40, 60), percent=25)) == NotWorked(10, 15, False)


@pytest.mark.parametrize(("workers", "percent", "whole"), [(3, 50, 2), (1, 12, 1), (4, 12, 1), (13, 12, 2)])
def test_parts_are_added_first_and_rounded_half_up_and_something_is_never_nothing(workers, percent, whole):
    assert days_not_worked(days((workers, workers), percent=percent)).low == whole


def test_what_nobody_knows_is_none_and_never_zero():
    assert days_not_worked([]) == NotWorked(None, None, True)
    assert days_not_worked(days((None, None))) == NotWorked(None, None, True, unknown=1)


def test_the_lowest_leaves_out_what_is_unknown_and_the_highest_needs_every_day():
    assert days_not_worked(days((40, 40), (None, 60))) == NotWorked(40, 100, True)
    assert days_not_worked(days((40, 40), (60, None))) == NotWorked(100, None, True)


def test_one_estimate_makes_the_sum_an_estimate():
    assert days_not_worked([*days((40, 40)), *days((40, 40), estimated=True)]).estimated


def test_two_sites_on_one_day_are_added():
    assert days_not_worked([Day(MONDAY, "North", 10, 10), Day(MONDAY, "South", 5, 5)]).low == 15


known = st.tuples(st.integers(1, 5_000), st.integers(0, 500)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(st.tuples(known, st.integers(1, 100)), min_size=1, max_size=40))
def test_the_sum_is_the_one_that_fractions_give(rows):
    made = [Day(MONDAY + timedelta(days=at), "", *one, percent, False) for at, (one, percent) in enumerate(rows)]
    found = days_not_worked(made)
    for figure, place in ((found.low, 0), (found.high, 1)):
        exact = sum(Fraction(numbers[place] * percent, 100) for numbers, percent in rows)
        assert figure == max(1, int(exact + Fraction(1, 2)))


def test_a_week_without_its_weekend_is_one_stretch():
    stretch = Stretch(MONDAY, MONDAY + timedelta(days=8), workers_low=40, weekdays=True)
    assert [day.day.isoweekday() for day in stretch.days] == [1, 2, 3, 4, 5, 1, 2]
    assert stretches(stretch.days) == [stretch]


def test_other_numbers_or_another_site_begin_another_stretch():
    made = [Day(MONDAY, "", 40), Day(MONDAY + timedelta(days=1), "", 41), Day(MONDAY + timedelta(days=2), "Gate", 41)]
    assert [one.first for one in stretches(made)] == [day.day for day in made]


@given(
    st.lists(
        st.builds(
            Day,
            st.integers(0, 40).map(lambda number: MONDAY + timedelta(days=number)),
            st.sampled_from(["", "Gate"]),
            st.sampled_from([None, 40]),
            st.sampled_from([None, 60]),
            st.sampled_from([50, 100]),
            st.booleans(),
        ),
        max_size=30,
    )
)
def test_stretches_hold_exactly_the_days_they_were_made_from(made):
    assert [day for stretch in stretches(made) for day in stretch.days] == made
