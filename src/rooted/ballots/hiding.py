"""Which sittings are hidden, so that nobody learns by subtracting how a small one voted. Pure.

Complementary cell suppression over one row of counts (Cox 1980): whole sittings are hidden, at least two of them and at
least five people together, so that total minus everything shown never speaks of fewer. Who sits in a hidden sitting
still knows what they saw themselves.
"""

from collections.abc import Sequence

FEWEST = 5  # people present


def hidden(present: Sequence[int]) -> set[int]:
    """The places of the sittings to hide once all have counted. `present`: people in each; none says nothing."""
    small = _small(present)
    if small and not _enough(present, small):
        small |= _smallest(present, small)
    return small


def withheld(present: Sequence[int]) -> set[int]:
    """The places of the counted sittings to withhold while others are still out.

    Whatever comes, the last word hides at most the smallest of the others beside the small ones: that one was never
    shown before.
    """
    small = _small(present)
    return small if _enough(present, small) else small | _smallest(present, small)


def _small(present: Sequence[int]) -> set[int]:
    return {place for place, people in enumerate(present) if 0 < people < FEWEST}


def _enough(present: Sequence[int], places: set[int]) -> bool:
    return len(places) > 1 and sum(present[place] for place in places) >= FEWEST


def _smallest(present: Sequence[int], without: set[int]) -> set[int]:
    others = [(people, place) for place, people in enumerate(present) if people and place not in without]
    return {min(others)[1]} if others else set()
