"""Shares and medians against published figures, the standard library, and every way the unknown could be."""

import statistics
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.comparisons import figures
from rooted.comparisons.figures import Share, Spread, Total, verdict, wilson

THREE = st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(0, 9))  # hits, others, unknown
NUMBERS = st.lists(st.integers(1, 50), min_size=1, max_size=40)


def holds(low, number, high):
    return (low is None or low <= number) and (high is None or number <= high)


@pytest.mark.parametrize(
    ("hits", "known", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_gives_the_figures_newcombe_published(hits, known, low, high):
    """R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872, table I, method 3."""
    assert [round(end, 4) for end in wilson(hits, known)] == [low, high]


@given(st.integers(0, 200), st.integers(0, 200))
def test_wilson_holds_the_share_and_stays_within_0_and_1(hits, others):
    low, high = wilson(hits, hits + others)
    share = hits / (hits + others) if hits + others else 0.5
    assert 0 <= low <= share <= high <= 1


@given(NUMBERS)
def test_quartiles_are_those_of_the_standard_library(numbers):
    spread = Spread(len(numbers), Counter(numbers))
    expected = statistics.quantiles(numbers, n=4, method="inclusive") if len(numbers) > 1 else numbers * 3
    assert [spread.quarters[0], spread.middle, spread.quarters[1]] == pytest.approx(expected)


@given(st.lists(st.booleans(), max_size=12), st.integers(0, 6))
def test_the_bounds_of_a_share_are_reached_and_never_passed(known, unknown):
    share = Share(len(known) + unknown, len(known), sum(known))
    possible = [(sum(known) + more) / share.n for more in range(unknown + 1)] if share.n else [0.0, 1.0]
    assert share.bounds == (min(possible), max(possible))


@given(st.lists(st.integers(1, 9), max_size=6), st.integers(0, 4))
def test_the_bounds_of_a_median_hold_it_whatever_the_unknown_numbers_are(known, unknown):
    low, high = Spread(len(known) + unknown, Counter(known)).bounds
    for guess in product([1, 5, 9], repeat=unknown):
        if known or unknown:
            median = statistics.median([*known, *guess])
            assert holds(low, median, high)


def test_a_median_without_bounds_says_so():
    assert Spread(5, Counter([3, 4])).bounds == (None, None)
    assert Spread(4, Counter([3, 4, 5])).bounds == (3.5, 4.5)


@given(st.lists(st.integers(1, 50), min_size=10, max_size=60))
def test_the_chance_of_a_median_holds_it(numbers):
    spread = Spread(len(numbers), Counter(numbers))
    low, high = spread.chance
    assert holds(low, spread.middle, high)


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        (Share(20, 0, 0), Share(20, 20, 5), figures.NOTHING),
        (Share(20, 9, 9), Share(20, 20, 5), figures.TOO_FEW),
        (Share(20, 20, 10), Share(40, 40, 20), figures.EVEN),
        (Share(40, 20, 15), Share(20, 20, 10), figures.OPEN),
        (Share(20, 20, 12), Share(20, 20, 8), figures.CHANCE),
        (Share(200, 200, 150), Share(200, 200, 50), figures.APART),
        (Spread(30, {5: 30}), Spread(30, {9: 30}), figures.APART),
        (Spread(90, {5: 30}), Spread(30, {9: 30}), figures.OPEN),
        (Total(3), Total(4), figures.APART),
        (Total(4), Total(4), figures.EVEN),
    ],
)
def test_what_can_be_said_of_two(one, other, said):
    assert (verdict(one, other), verdict(other, one)) == (said, said)


@given(THREE, THREE)
def test_apart_means_that_no_way_of_the_unknown_turns_it_round(one, other):
    first, second = (Share(sum(counts), counts[0] + counts[1], counts[0]) for counts in (one, other))
    if verdict(first, second) == figures.APART:
        larger, smaller = sorted((first, second), key=lambda share: -share.middle)
        assert larger.bounds[0] > smaller.bounds[1]
