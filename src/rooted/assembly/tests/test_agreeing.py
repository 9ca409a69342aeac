"""What counts once two members typed it alike: whatever they type, in whatever order."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from rooted.assembly.agreeing import agreed, differ, typed_by

TYPINGS = st.lists(st.tuples(st.integers(1, 4), st.integers(0, 3)), min_size=1, max_size=12)


def all_of(typings):
    """After each of `typings`: what stands typed."""
    stands, before = [], []
    for seat, what in typings:
        before = typed_by(before, seat, what)
        stands.append(before)
    return stands


@given(TYPINGS)
def test_nobody_counts_twice_and_what_counts_was_typed_by_two(typings):
    for stands in all_of(typings):
        assert max(Counter(seat for seat, _what in stands).values()) == 1
        alike = {what for what, number in Counter(what for _seat, what in stands).items() if number > 1}
        assert agreed(stands) == (alike.pop() if alike else None)


@given(TYPINGS)
def test_nothing_that_was_typed_goes_before_two_agree(typings):
    """Beside it a plain count: the newest of each since two last agreed."""
    newest = {}
    for (seat, what), stands in zip(typings, all_of(typings), strict=True):
        newest[seat] = what
        same = {one: said for one, said in newest.items() if said == what}
        newest = same if len(same) > 1 else newest
        assert dict(stands) == newest


def test_one_who_types_other_figures_later_changes_nothing_alone():
    assert agreed(typed_by([[1, 40], [2, 40]], 3, 45)) == 40
    assert agreed(typed_by([[1, 40], [2, 40], [3, 45]], 4, 45)) == 45


def test_figures_of_two_differ_unless_they_are_the_same():
    assert [differ(typed) for typed in ([[1, 40]], [[1, 40], [2, 40]], [[1, 40], [2, 41]])] == [False, False, True]
