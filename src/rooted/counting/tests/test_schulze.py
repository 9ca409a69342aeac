"""Schulze against the tables of his paper and of Debian; the order, ties, the default option and its quorum."""

import json

import pytest

from rooted.counting.methods.schulze import schulze, schulze_of_matrix
from rooted.counting.report import Duel
from rooted.counting.telling import Refused
from rooted.counting.tests.made import ballots
from rooted.counting.tests.shared import votes

# Schulze (2011), example 1: 45 voters, five options, the order E A C B D.
PAPER = [
    "5 A>C>B>E>D",
    "5 A>D>E>C>B",
    "8 B>E>D>A>C",
    "3 C>A>B>E>D",
    "7 C>A>E>B>D",
    "2 C>B>A>D>E",
    "7 D>C>E>B>A",
    "8 E>B>A>D>C",
]


def said(count):
    return [str(sentence) for stage in count.stages for sentence in stage.says] + [str(one) for one in count.says]


def test_the_order_of_the_paper():
    count = schulze(ballots("ABCDE", *PAPER))
    assert count.places == (("E",), ("A",), ("C",), ("B",), ("D",))
    assert count.elected == ("E",)
    assert "Nobody wins against each of the others. By the strongest chains of wins, E comes first." in said(count)


def test_strength_is_winning_votes_and_not_margins():
    matrix = [[0, 50, 30], [40, 0, 30], [45, 10, 0]]  # a cycle; the fewest votes are in B:C, the least margin in A:B
    assert schulze_of_matrix("ABC", matrix, 90).elected == ("C",)


def test_each_two_options_are_a_duel():
    duels = schulze(ballots("ABC", "3 A>B", "2 B=C")).duels
    assert duels == (Duel("A", "B", 3, 2), Duel("A", "C", 3, 2), Duel("B", "C", 3, 0))


def test_level_options_share_a_place_and_nobody_is_elected():
    count = schulze(ballots("ABC", "1 A>B>C", "1 B>A>C"))
    assert (count.places, count.elected, count.tied) == ((("A", "B"), ("C",)), (), ("A", "B"))


def test_several_places_are_the_first_of_the_order():
    count = schulze(ballots("ABC", "2 A>B", "1 B>A"), 2)
    assert (count.elected, count.tied) == (("A", "B"), ())


def test_a_tie_for_the_last_place_leaves_it_empty():
    count = schulze(ballots("ABC", "3 A", "1 B", "1 C"), 2)
    assert (count.elected, count.tied) == (("A",), ("B", "C"))
    assert said(count)[-1] == "B, C are level for the last place, which stays empty: a tie decides nothing."


@pytest.fixture
def debian():
    return json.loads(votes("debian/debian_2002_official_matrix.json"))["2002"]


def of(debian, **more):
    matrix = [[votes or 0 for votes in row] for row in debian["matrix"]]
    return schulze_of_matrix(debian["options"], matrix, debian["voters"], default="None Of The Above", **more)


def test_debian_2002_elects_the_official_winner(debian):
    count = of(debian, quorum=46)  # 45.96 of 939
    assert count.elected == (debian["winner"],) == ("Bdale Garbee",)
    assert "Bdale Garbee wins against each of the others, one against one." in said(count)


def test_who_misses_the_quorum_is_left_out(debian):
    count = of(debian, quorum=406)
    assert count.stages[0].excluded == ("Branden Robinson",)
    assert of(debian, quorum=444).elected == ()
    assert said(of(debian, quorum=444))[-1] == "“None of these” comes first, so nothing is carried."


def test_the_quorum_is_reached_by_as_many_as_it_asks_for():
    made = ballots("AN", "3 A>N", "1 N")
    assert [schulze(made, default="N", quorum=quorum).elected for quorum in (3, 4)] == [("A",), ()]


def test_an_option_that_does_not_win_against_the_default_is_left_out():
    count = schulze(ballots("ABN", "2 A>N", "2 N>A", "1 B>N"), default="N")
    assert (count.elected, count.stages[0].excluded) == ((), ("A", "B"))
    assert said(count)[0] == "A is left out. Prefer it to N: 2. The other way round: 3."


def test_a_table_that_is_not_square_or_an_unknown_default_is_refused():
    with pytest.raises(Refused):
        schulze_of_matrix(["A", "B"], [[0, 1]], 1)
    with pytest.raises(Refused, match="There is no option “X”"):
        schulze(ballots("AB", "1 A"), default="X")
