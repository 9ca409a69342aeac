"""All ballots compared at once are what they are one by one."""

from hypothesis import given

from rooted.counting.ballots import grouped
from rooted.counting.pairwise import in_a_loop, prefer
from rooted.counting.tests.made import any_ballots, ballots


@given(any_ballots())
def test_at_once_is_what_a_loop_finds(votes):
    assert prefer(votes) == in_a_loop(votes.papers, len(votes.options))


def test_what_is_not_ranked_is_last_and_equal_options_are_not_preferred():
    assert prefer(ballots("ABCD", "3 A>B=C", "70000 D")) == [
        [0, 3, 3, 3],
        [0, 0, 0, 3],
        [0, 0, 0, 3],
        [70000, 70000, 70000, 0],
    ]


def test_a_withdrawn_option_is_preferred_to_nothing():
    made = ballots("ABC", "3 A>B>C", "1 C")
    assert prefer(grouped(made.options, made.rankings(), {0})) == [[0, 0, 0], [0, 0, 3], [0, 1, 0]]


def test_many_options_are_compared_in_a_loop_with_the_same_result():
    names = [f"Option {n}" for n in range(200)]
    table = prefer(grouped(names, [(((7,), (3, 4)), 2)]))
    assert [(a, b) for a in range(5) for b in range(5) if table[a][b]] == [
        (a, b) for a in (3, 4) for b in range(5) if b not in (3, 4)
    ]
    assert sum(map(sum, table)) == 2 * (199 + 2 * 197)
