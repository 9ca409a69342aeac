"""What an area is, as values of a form and as JSON."""

from hypothesis import given
from hypothesis import strategies as st

from rooted.areas.bounds import DISTANCES, Around, Bounds, from_plain, from_tokens, is_land
from rooted.records.branches import BRANCHES

AROUND = st.lists(
    st.builds(Around, st.integers(1, 10**8), st.sampled_from(DISTANCES)), unique_by=lambda one: one.town, max_size=5
).map(tuple)
LANDS = st.lists(st.sampled_from(["GB", "US", "US:Oregon", "DE:Sachsen: Nord"]), unique=True).map(tuple)
CODES = st.lists(st.sampled_from(sorted(BRANCHES)), unique=True, max_size=5).map(tuple)


@given(st.builds(Bounds, AROUND, LANDS, CODES))
def test_values_of_a_form_and_json_give_the_same_bounds_again(bounds):
    assert from_tokens(bounds.tokens) == bounds
    assert from_plain(bounds.plain) == bounds


@given(st.lists(st.text()))
def test_whatever_is_sent_makes_bounds_or_nothing(tokens):
    bounds = from_tokens(tokens)
    assert from_tokens(bounds.tokens) == bounds


def test_what_means_nothing_is_left_out():
    wrong = ["town:x:25", "town:1:26", "town:²:25", "land:XX", "land:GB:", "branch:ZZ", "x", "land", "land:GB:a\0"]
    assert from_tokens(wrong) == Bounds()
    assert is_land("GB:" + "x" * 120)
    assert not is_land("GB:" + "x" * 121)


def test_a_town_stands_once_with_the_distance_chosen_last():
    assert from_tokens(["town:1:25", "town:1:50"]) == Bounds(around=(Around(1, 50),))
