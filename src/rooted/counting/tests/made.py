"""Ballots for tests: `ballots("ABC", "4 A>B=C", "1 C", "2 -")`, and any ballots for properties."""

from functools import cache
from itertools import combinations

from hypothesis import strategies as st

from rooted.counting.ballots import Ballots, grouped
from rooted.counting.papers import Ranking

NAMES = ("Ana", "Bo", "Cem", "Dilan", "Eva")


def ballots(options: str, *groups: str) -> Ballots:
    """Options of one letter each; groups as "how many" and the order, "-" for a blank ballot."""
    found = []
    for group in groups:
        n, order = group.split()
        ranks = [] if order == "-" else [tuple(map(options.index, rank.split("="))) for rank in order.split(">")]
        found.append((tuple(ranks), int(n)))
    return grouped(options, found)


def lowest(names):
    """A lot for tests: the first by the alphabet."""
    return min(names)


@cache
def all_rankings(options: int) -> list[Ranking]:
    """Every ranking of some or all of the options, the shortest first: 1,082 of 5 options."""
    found: list[Ranking] = [()]
    for ranks in found:
        left = [option for option in range(options) if not any(option in rank for rank in ranks)]
        shared = [rank for size in range(len(left)) for rank in combinations(left, size + 1)]
        found += [(*ranks, rank) for rank in shared]
    return found


def rankings(options: int, *, equal: bool = True):
    """Any ranking of some of the options."""
    every = all_rankings(options)
    return st.sampled_from(every if equal else [ranks for ranks in every if all(len(rank) == 1 for rank in ranks)])


def any_groups(*, equal: bool = True):
    """How many options, and groups of rankings with how many people gave each."""

    def groups(options):
        group = st.tuples(rankings(options, equal=equal), st.integers(1, 9))
        return st.tuples(st.just(options), st.lists(group, max_size=8))

    return st.integers(1, 5).flatmap(groups)


def any_ballots(*, equal: bool = True):
    return any_groups(equal=equal).map(lambda made: grouped(NAMES[: made[0]], made[1]))
