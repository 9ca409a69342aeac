"""Which sittings are hidden, so that nobody learns by subtracting how a small one voted. Pure.

Complementary cell suppression over one row of counts (Cox 1980): whole sittings are hidden, at least two of them and at
least five people together, so that total minus everything shown never speaks of fewer. Who sits in a hidden sitting
still knows what they saw themselves.
"""

from collections.abc import Sequence
from itertools import product
from math import prod

FEWEST = 5  # people present
MOST_WAYS = 1_000  # in which counts of sittings that counted again can stand together


def hidden(present: Sequence[int]) -> set[int]:
    """The places of the sittings to hide once all have counted. `present`: people in each; none says nothing."""
    small = _small(present)
    if small and not enough(present, small):
        small |= _smallest(present, small)
    return small


def never_shown(versions: Sequence[Sequence[int]]) -> set[int]:
    """The places that no page ever showed. `versions`: people in each sitting as it counted first, then each time anew.

    Hidden are those that are hidden however the counts stood together; a page is kept by whoever saw it, also where a
    sitting that was shown has to be hidden now.
    """
    ways = [set(one) for one in versions]
    if not ways or prod(map(len, ways)) > MOST_WAYS:
        return set()
    return set.intersection(*(hidden(present) for present in product(*ways)))


def enough(present: Sequence[int], places: set[int]) -> bool:
    """Whether these hidden sittings may be told as one sum: nobody can be singled out in it."""
    return len(places) > 1 and sum(present[place] for place in places) >= FEWEST


def withheld(present: Sequence[int]) -> set[int]:
    """The places of the counted sittings to withhold while others are still out.

    Whatever comes, the last word hides at most the smallest of the others beside the small ones: that one was never
    shown before.
    """
    small = _small(present)
    return small if enough(present, small) else small | _smallest(present, small)


def _small(present: Sequence[int]) -> set[int]:
    return {place for place, people in enumerate(present) if 0 < people < FEWEST}


def _smallest(present: Sequence[int], without: set[int]) -> set[int]:
    others = [(people, place) for place, people in enumerate(present) if people and place not in without]
    return {min(others)[1]} if others else set()
