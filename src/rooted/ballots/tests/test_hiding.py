"""Whoever subtracts everything shown from the total never learns of fewer than five people, nor of one sitting."""

from hypothesis import given
from hypothesis import strategies as st

from rooted.ballots.hiding import enough, hidden, never_shown, withheld

PEOPLE = st.integers(0, 12)
PRESENT = st.lists(PEOPLE, min_size=2, max_size=8)
RECOUNTED = st.lists(st.lists(PEOPLE, min_size=1, max_size=3), min_size=2, max_size=5)


def least_secret(present: list[int], shown: set[int]) -> list[int]:
    """What an attacker is left with after subtracting all that is shown: the people in each sitting still unknown."""
    return [people for place, people in enumerate(present) if people and place not in shown]


def is_safe(left: list[int]) -> bool:
    return not left or (len(left) > 1 and sum(left) >= 5)


def test_sittings_of_five_and_more_are_all_shown():
    assert hidden([5, 40, 7]) == set()


def test_one_small_sitting_takes_the_smallest_other_along():
    assert hidden([3, 40, 7]) == {0, 2}


def test_two_small_sittings_of_five_together_need_nobody_else():
    assert hidden([3, 40, 2]) == {0, 2}


def test_an_empty_sitting_hides_nobody():
    assert hidden([0, 40, 7]) == set()


@given(PRESENT)
def test_subtracting_at_the_end_gives_nothing_small(present):
    away = hidden(present)
    left = least_secret(present, set(range(len(present))) - away)
    assert is_safe(left) or len(left) == len([people for people in present if people])
    assert {place for place, people in enumerate(present) if 0 < people < 5} <= away


@given(PRESENT, st.randoms(use_true_random=False))
def test_watching_every_page_as_sittings_come_in_gives_nothing_small(present, chance):
    """The attacker keeps each figure that was ever shown, and gets the total at the end."""
    order = list(range(len(present)))
    chance.shuffle(order)
    seen: set[int] = set()
    for number in range(1, len(order)):
        counted = sorted(order[:number])
        away = withheld([present[place] for place in counted])
        seen |= {place for index, place in enumerate(counted) if index not in away}
    seen |= set(range(len(present))) - hidden(present)
    left = least_secret(present, seen)
    assert is_safe(left) or not seen - {place for place in seen if not present[place]}


@given(PRESENT)
def test_no_more_is_hidden_than_needed(present):
    away = hidden(present)
    large = {place for place in away if present[place] >= 5}
    assert len(large) <= 1
    if large:
        assert not is_safe([present[place] for place in away - large])


def test_one_that_was_shown_hides_nobody_after_a_sitting_counted_again():
    assert (hidden([412, 397, 4]), never_shown([[412], [397], [91, 4]])) == ({1, 2}, set())


def test_what_was_hidden_all_along_still_hides_after_another_counted_again():
    assert never_shown([[412, 421], [397], [4]]) == {1, 2}


@given(RECOUNTED, st.randoms(use_true_random=False))
def test_watching_every_page_while_sittings_count_again_gives_nothing_small(versions, chance):
    """Sittings count first and anew in any order; the attacker keeps each newest figure that was ever shown."""
    steps = [place for place, counts in enumerate(versions) for _count in counts]
    chance.shuffle(steps)
    now: dict[int, int] = {}
    seen: set[int] = set()
    for place in steps:
        now[place] = now.get(place, -1) + 1
        counted = sorted(now)
        present = [versions[one][now[one]] for one in counted]
        away = withheld(present) if len(counted) < len(versions) else hidden(present)
        seen = (seen - {place}) | {one for index, one in enumerate(counted) if index not in away}
    last = [counts[-1] for counts in versions]
    if hidden(last) and enough(last, never_shown(versions)):  # else there is no total to subtract from
        assert is_safe(least_secret(last, seen))
