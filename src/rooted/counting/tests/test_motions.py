"""Several motions with "none of these": at most one is carried."""

import pytest

from rooted.counting.methods.motions import motions_by_approval, motions_of_totals, motions_ranked
from rooted.counting.telling import Refused
from rooted.counting.tests.made import ballots


def last(count):
    return str(count.says[0])


def test_ranked_the_motion_that_wins_against_the_others_and_none_is_carried():
    count = motions_ranked(ballots("ABN", "4 A>N>B", "3 B>A>N", "1 N"), "N")
    assert (count.method, count.elected, count.stages[0].excluded) == ("motions-ranked", ("A",), ("B",))


def test_ranked_nothing_is_carried_where_none_comes_first():
    count = motions_ranked(ballots("ABN", "3 A>N", "3 B>N", "4 N"), "N")
    assert (count.elected, last(count)) == ((), "“None of these” comes first, so nothing is carried.")


def test_ranked_level_motions_are_not_carried():
    count = motions_ranked(ballots("ABN", "3 A=B>N"), "N")
    assert (count.elected, count.tied) == ((), ("A", "B"))


def test_by_approval_the_most_votes_carry_if_they_are_more_than_half():
    count = motions_by_approval(ballots("ABN", "4 A=B", "2 B", "3 N"), "N")
    assert (count.elected, count.quota, last(count)) == (("B",), 5, "Carried: B.")


@pytest.mark.parametrize(
    ("groups", "sentence"),
    [
        (["4 A=B", "3 N"], "A, B are level. A tie decides nothing."),
        (["4 A", "2 B", "2 N"], "No motion has more than half of the ballots, so nothing is carried."),
        (["4 A", "3 B", "3 N"], "No motion has more than half of the ballots, so nothing is carried."),
        (["4 A", "4 N"], "“None of these” comes first, so nothing is carried."),
        (["4 A=N"], "“None of these” comes first, so nothing is carried."),
        (["4 -"], "No ballot names anybody, so nobody is elected."),
    ],
)
def test_by_approval_nothing_is_carried_otherwise(groups, sentence):
    count = motions_by_approval(ballots("ABN", *groups), "N")
    assert (count.elected, last(count)) == ((), sentence)


def test_by_hands_the_same_is_carried():
    assert motions_of_totals({"A": 4, "B": 6, "N": 3}, 9, "N") == motions_by_approval(
        ballots("ABN", "4 A=B", "2 B", "3 N"), "N"
    )


def test_an_unknown_none_is_refused():
    for counting in (motions_ranked, motions_by_approval):
        with pytest.raises(Refused, match="There is no option “X”"):
            counting(ballots("AB", "1 A"), "X")
