"""Ballots for tests: `ballots("ABC", "4 A>B=C", "1 C", "2 -")`, and any ballots for properties."""

from hypothesis import strategies as st

from rooted.counting.ballots import Ballots, grouped

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


@st.composite
def rankings(draw, options: int, *, equal: bool = True):
    """Any ranking of some of the options."""
    left = draw(st.permutations(range(options)))[: draw(st.integers(0, options))]
    ranks: list[tuple[int, ...]] = []
    for option in left:
        if equal and ranks and draw(st.booleans()):
            ranks[-1] = tuple(sorted((*ranks[-1], option)))
        else:
            ranks.append((option,))
    return tuple(ranks)


@st.composite
def any_groups(draw, *, equal: bool = True):
    """How many options, and groups of rankings with how many people gave each."""
    options = draw(st.integers(1, 5))
    group = st.tuples(rankings(options, equal=equal), st.integers(1, 9))
    return options, draw(st.lists(group, max_size=8))


def any_ballots(*, equal: bool = True):
    return any_groups(equal=equal).map(lambda made: grouped(NAMES[: made[0]], made[1]))
