"""Approval and score: sums, places, ties that decide nothing."""

import pytest

from rooted.counting.methods.approval import approval, approval_of_totals
from rooted.counting.methods.score import score
from rooted.counting.telling import Refused
from rooted.counting.tests.made import ballots


def said(count):
    return [str(sentence) for sentence in (*count.stages[0].says, *count.says)]


def test_whoever_is_on_most_ballots_wins_in_whatever_order():
    count = approval(ballots("ABC", "3 A>B", "2 B=C", "1 C", "1 -"))
    assert count.stages[0].totals == {"A": 3, "B": 5, "C": 3}
    assert (count.elected, count.valid, count.blank) == (("B",), 6, 1)
    assert said(count)[0] == "B: 5 of 6 agree."


def test_a_tie_for_the_last_place_leaves_it_empty():
    count = approval(ballots("ABC", "3 A=B", "2 A=C", "1 C"), 2)
    assert (count.elected, count.tied) == (("A",), ("B", "C"))


def test_nobody_is_elected_without_a_vote():
    assert approval(ballots("ABC", "3 A"), 2).elected == ("A",)


def test_hands_give_the_same_as_ballots():
    assert approval_of_totals({"A": 3, "B": 5, "C": 3}, 6, blank=1) == approval(
        ballots("ABC", "3 A>B", "2 B=C", "1 C", "1 -")
    )


@pytest.mark.parametrize("totals", [{"A": 7}, {"A": -1}])
def test_hands_are_not_fewer_than_none_or_more_than_people(totals):
    with pytest.raises(Refused, match="An option has 0 to 6 votes, as many as voted"):
        approval_of_totals(totals, 6)


POINTS = [({"A": 5, "B": 3}, 2), ({"B": 4}, 1), ({"A": 0, "C": 5}, 1), ({}, 3)]


def test_points_are_summed_and_none_is_nought():
    count = score("ABC", POINTS, most=5)
    assert count.stages[0].totals == {"A": 10, "B": 10, "C": 5}
    assert (count.valid, count.blank, count.elected, count.tied) == (4, 3, (), ("A", "B"))
    assert count.places == (("A", "B"), ("C",))


def test_the_most_points_win():
    assert score("ABC", [*POINTS, ({"B": 1}, 1)], most=5).elected == ("B",)


@pytest.mark.parametrize("points", [{"A": 6}, {"A": -1}, {"D": 1}])
def test_points_out_of_range_and_unknown_options_are_refused(points):
    with pytest.raises(Refused, match="Points go from 0 to 5, for options that are on the list"):
        score("ABC", [(points, 1)], most=5)


def test_no_place_is_refused_by_both():
    for counting in (lambda: approval(ballots("A", "1 A"), 0), lambda: score("A", [], 5, 0)):
        with pytest.raises(Refused):
            counting()
