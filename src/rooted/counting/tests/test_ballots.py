"""Ballots are grouped, keep equal ranks and truncation, and refuse what cannot be counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.counting.ballots import Ballots, gather, grouped, of_papers, together
from rooted.counting.papers import fronts, paper, ranking
from rooted.counting.telling import Refused
from rooted.counting.tests.made import rankings


@given(rankings(5))
def test_a_ranking_is_the_same_after_being_bytes(ranks):
    assert ranking(paper(ranks)) == ranks


@pytest.mark.parametrize("ranks", [((0,), (0,)), ((0, 0),), ((1, 2), (2,)), ((250,),), ((254,),), ((-1,),)])
def test_an_option_named_twice_or_not_there_is_no_ranking(ranks):
    with pytest.raises(ValueError):
        paper(ranks)


@given(st.permutations(range(4)), st.integers(2, 4))
def test_each_of_the_equal_first_is_in_front_once_with_the_others_behind_it(order, shared):
    rest = tuple((option,) for option in order[shared:])
    first = tuple(sorted(order[:shared]))
    found = {ranking(row) for row in fronts(paper((first, *rest)))}
    assert found == {((one,), tuple(other for other in first if other != one), *rest) for one in first}


def test_the_same_ballots_are_grouped():
    made = gather(["Ana", "Bo"], [((0,),), ((0, 1),), ((0,),), ()])
    assert made.rankings() == [((), 1), (((0,),), 2), (((0, 1),), 1)]
    assert made == of_papers(["Ana", "Bo"], [b"\x00", b"\x00", b"", b"\xfe\x00\x01\xfd"])


def test_withdrawn_options_are_passed_over_and_stay_on_the_ballots():
    made = grouped("ABC", [(((0,), (1,)), 2), (((1,),), 1), (((0,),), 4), (((0, 1),), 8)], withdrawn=[0])
    assert made.counted().rankings() == [((), 4), (((1,),), 11)]
    assert made.total == made.counted().total == 15
    assert made.standing == (1, 2)


def test_sittings_are_counted_together():
    night, day = gather("AB", [((0,),), ((0,),)]), gather("AB", [((0,),), ((0, 1),)])
    assert together([night, day]) == together([day, night]) == gather("AB", [((0,),), ((0, 1),), ((0,),), ((0,),)])
    with pytest.raises(Refused, match="These ballots are about other options"):
        together([night, gather("AC", [])])


def test_the_fingerprint_is_that_of_the_ballots_in_any_order():
    one = gather("AB", [((0,),), ((1,),), ((0,),)])
    other = gather("AB", [((0,),), ((0,),), ((1,),)])
    assert one.fingerprint() == other.fingerprint() != gather("AC", [((0,),), ((1,),), ((0,),)]).fingerprint()


@pytest.mark.parametrize(
    ("options", "papers", "withdrawn", "sentence"),
    [
        ((), {}, (), "There must be 1 to 250 options, not 0."),
        (tuple(map(str, range(251))), {}, (), "There must be 1 to 250 options, not 251."),
        (("A", "B", "A"), {}, (), "Two options are called “A”. Give each its own name."),
        (("A", "B"), {b"\x02": 1}, (), "A ballot names an option that is not among the 2."),
        (("A", "B"), {b"\x00": 0}, (), "A number of ballots is a whole number above 0."),
        (("A", "B"), {}, (2,), "A ballot names an option that is not among the 2."),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_sentence(options, papers, withdrawn, sentence):
    with pytest.raises(Refused) as refusal:
        Ballots(options, papers, frozenset(withdrawn))
    assert str(refusal.value) == sentence
