"""Slips of paper: piles read and written, added up, counted like the votes of members."""

from random import Random

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from rooted.ballots.result import Sat, count_sittings, count_votes
from rooted.ballots.slips import first_places, fixed_figures, key_of, line_of, piles_in, points, ranking_of
from rooted.ballots.tests import make

RANKED = ("ranked-one", "ranked-several", "motions")
WRONG = ("A > B", "0: A", "3: A > A", "3: A > E", "3: A >", "3 A > B", "-2: A", "3: A > B < C", "3: 1 > 2", "x" * 900)


def rankings(options=3):
    """Orders of some of so many options, with equal ranks."""
    orders = st.permutations(range(options)).flatmap(
        lambda order: st.integers(1, options).map(lambda some: order[:some])
    )
    return st.tuples(orders, st.lists(st.booleans(), min_size=options, max_size=options)).map(together)


def together(drawn):
    ranks = []
    for one, equal in zip(*drawn, strict=False):
        if ranks and equal:
            ranks[-1].append(one)
        else:
            ranks.append([one])
    return [sorted(rank) for rank in ranks]


@given(rankings(31), st.integers(1, 100_000))
def test_a_pile_is_read_as_it_was_written(ranking, slips):
    key = key_of(ranking)
    assert (ranking_of(key), piles_in(line_of(key, slips), 31)) == (ranking, {key: slips})


def test_small_letters_gaps_and_two_lines_of_one_order_are_one_pile():
    assert piles_in("12: A > C = B\n\n 3 :a>b=c \n1: B", 3) == {"0>1=2": 15, "1": 1}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_named(line):
    with pytest.raises(ValidationError, match="Line 2 cannot be read"):
        piles_in(f"1: A\n{line}", 4)


@given(st.lists(st.tuples(rankings(), st.integers(0, 2)), max_size=30), st.sampled_from(RANKED), st.randoms())
def test_slips_in_sittings_are_counted_as_the_same_votes_of_members(given, method, random: Random):
    asked = make.asked(method, "Ana", "Bo", "Cem")
    sats = []
    for place in range(3):
        piles: dict[str, int] = {}
        for ranking, where in given:
            if where == place:
                piles[key_of(ranking)] = piles.get(key_of(ranking), 0) + 1
        sats.append(Sat(str(place), sum(piles.values()) + 9, piles))
    votes = [ranking for ranking, _where in given]
    random.shuffle(votes)
    slips, members = count_sittings(asked, sats), count_votes(asked, votes, 100)
    assert (slips.outcome, slips.winners, slips.papers) == (members.outcome, members.winners, members.papers)


@given(st.lists(st.lists(st.integers(0, 5), min_size=3, max_size=3), max_size=30))
def test_grades_add_up_to_the_points_of_the_same_votes(votes):
    asked = make.asked("score", "Ana", "Bo", "Cem")
    counted = dict.fromkeys(fixed_figures(asked), 0)
    for vote in votes:
        for option, grade in enumerate(vote):
            if grade:
                counted[f"{option}:{grade}"] += 1
    slips, members = count_sittings(asked, [Sat("All", 40, counted)]), count_votes(asked, votes, 40)
    assert (slips.outcome, slips.winners, slips.figures) == (members.outcome, members.winners, members.figures)
    assert points(counted, 3) == members.figures


def test_an_option_that_shares_the_first_rank_stands_first():
    assert first_places({"0=2>1": 4, "1": 3}, 3) == {"0": 4, "1": 3, "2": 4}


def test_the_order_of_a_small_sitting_is_in_no_row_and_without_a_total_in_no_ballot():
    asked = make.asked("ranked-one", "Ana", "Bo")
    sats = [Sat("Early", 30, {"0>1": 20, "1": 10}), Sat("Night", 3, {"1>0": 3})]
    both, alone = count_sittings(asked, sats), count_sittings(asked, sats[1:], ["Early"])
    assert [(row.together, row.figures) for row in both.rows] == [(2, {"0": 20, "1": 13})]
    assert (alone.rows, alone.papers, alone.figures, alone.winners) == ([], [], None, ["Bo"])
