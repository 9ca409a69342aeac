"""Posters on the notice board, and the days nudges are told."""

from datetime import timedelta

import pytest

from rooted.posters import board
from rooted.posters.actions import take_poster_down
from rooted.posters.tests import make


def test_one_that_is_to_be_hung_anew_this_week_is_a_line(ana):
    make.poster(ana, days=8, place="Bus stop")
    make.poster(ana, days=7, place="Laundry")
    make.poster(ana, days=-3, place="Job centre")
    assert [(line.title, line.when, line.urgent) for line in board.lines(ana.seat)] == [
        ("Hang the poster anew: Job centre", None, "late"),
        ("Hang the poster anew: Laundry", make.today() + timedelta(days=7), ""),
    ]


def test_one_that_was_taken_down_is_none(ana):
    take_poster_down(make.poster(ana, days=1), today=make.today())
    assert (board.lines(ana.seat), board.due(ana.group)) == ([], [])


def test_the_part_is_used_from_the_first_one_on_and_counts_what_is_late(ana, cem):
    before = board.parts(ana.seat)[0]
    make.poster(ana, days=0)
    make.poster(ana, days=5)
    after = board.parts(ana.seat)[0]
    assert [(part.used, part.count) for part in (before, after, board.parts(cem.seat)[0])] == [
        (False, 0),
        (True, 1),
        (False, 0),
    ]


def test_the_first_one_is_a_step_of_the_first_weeks(ana):
    before = [step.done for step in board.steps(ana.seat)]
    make.poster(ana)
    assert (before, [step.done for step in board.steps(ana.seat)]) == ([False], [True])


def test_the_days_to_come_are_told_once_each_and_of_this_group_only(ana, cem):
    for days in (5, -1, 0, 5):
        make.poster(ana, days=days)
    make.poster(cem, days=2)
    assert board.due(ana.group) == [make.today(), make.today() + timedelta(days=5)]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for _ in range(count):
        make.poster(ana, days=1)
    seat = ana.seat
    with django_assert_num_queries(3):
        lines = board.lines(seat)
    assert len(lines) == min(count, board.MOST)
