"""Scottish STV by hand: quota, surplus, five decimals, level names, last places, equal ranks."""

from fractions import Fraction

import pytest

from rooted.counting.methods.scottish_stv import scottish_stv
from rooted.counting.telling import Refused
from rooted.counting.tests.made import ballots, lowest


def votes(stage):
    return {name: float(has) for name, has in stage.totals.items()}


def said(stage):
    return [str(sentence) for sentence in stage.says]


def test_the_quota_is_cut_and_one_more():
    assert scottish_stv(ballots("AB", "10 A", "1 B"), 2).quota == 4  # 11 / 3 = 3.67


def test_a_surplus_goes_on_at_five_decimals_that_are_cut():
    count = scottish_stv(ballots("ABC", "6 A>B", "3 B", "2 C"), 2)
    first, second = count.stages
    assert (first.elected, second.elected) == (("A",), ("B",))
    assert votes(second) == {"A": 4, "B": 4.99998, "C": 2}  # 2 x 1 / 6 = 0.33333, six times
    assert second.lost == Fraction(2, 100_000)
    assert said(second)[0] == "A had 2 votes more than needed. They went on to: B 1.99998."


def test_a_ballot_that_came_with_a_part_of_its_value_goes_on_with_a_part_of_that():
    count = scottish_stv(ballots("ABCD", "9 A>B>C", "2 B>C", "3 C", "1 D"), 3)
    assert [stage.elected for stage in count.stages] == [("A",), ("B",), ("C",)]
    # quota 4; A has 5 over, each ballot 5/9 = 0.55555; B then has 6.99995, of it 2.99995 over
    part, whole = 299_995 * 55_555 // 699_995, 299_995 * 100_000 // 699_995
    assert count.stages[2].totals["C"] == 3 + Fraction(9 * part + 2 * whole, 100_000)


def test_the_largest_surplus_goes_first():
    count = scottish_stv(ballots("ABCDE", "6 A>C", "8 B>D", "2 C", "1 D", "1 E"), 3)
    assert [stage.transfer.name for stage in count.stages[1:]][:2] == ["B", "A"]


def test_ballots_without_another_name_are_counted_as_ended():
    count = scottish_stv(ballots("ABC", "6 A", "3 B", "2 C"), 2)
    assert count.stages[1].exhausted == Fraction(6 * 33_333, 100_000)
    assert said(count.stages[1])[0] == ("A had 2 votes more than needed. No ballot names anybody else who is still in.")


def test_level_for_the_fewest_the_stage_before_decides():
    count = scottish_stv(ballots("ABCD", "5 A", "3 B", "2 C", "1 D>C"), 1)
    assert [stage.excluded for stage in count.stages[:2]] == [("D",), ("C",)]
    assert said(count.stages[1])[1] == "B, C are level. In round 1 C had the fewest, so C drops out."


def test_of_three_level_names_a_stage_may_leave_two_for_the_lot():
    count = scottish_stv(ballots("ABCDEF", "8 A", "8 F", "4 B", "3 C", "3 D", "1 E>C", "1 E>D"), 1, lowest)
    assert count.stages[1].excluded == ("C",)
    assert said(count.stages[1])[1:3] == [
        "B, C, D are level. Round 1 leaves C, D.",
        "C, D are level, and were in every round before. The lot fell on C.",
    ]


def test_level_at_every_stage_the_lot_decides():
    level = ballots("ABC", "3 A", "2 B>A", "2 C>A")
    assert scottish_stv(level, 1, lowest).stages[0].excluded == ("B",)
    assert scottish_stv(level, 1, max).stages[0].excluded == ("C",)


def test_level_surpluses_go_on_by_the_same_rules():
    level = ballots("ABCD", "6 A>C", "6 B>D", "1 C", "1 D")
    assert scottish_stv(level, 3, lowest).stages[1].transfer.name == "A"
    assert scottish_stv(level, 3, max).stages[1].transfer.name == "B"


def test_as_many_names_as_places_left_are_elected_without_the_quota():
    count = scottish_stv(ballots("ABC", "6 A", "2 B", "1 C"), 2)
    assert count.elected == ("A", "B")
    assert said(count.stages[-1])[-1] == "As many names are left as places, so B is elected, with 2 votes."


def test_fewer_names_than_places_are_all_elected():
    assert scottish_stv(ballots("AB", "3 B", "1 A"), 5).elected == ("B", "A")


def test_nobody_is_elected_by_no_ballots():
    count = scottish_stv(ballots("AB", "3 -"), 1)
    assert (count.elected, count.valid, count.blank, count.stages) == ((), 0, 3, ())
    assert [str(sentence) for sentence in count.says] == [
        "No ballot names anybody, so nobody is elected.",
        "3 ballots are blank.",
    ]


def test_equal_names_share_the_vote_and_keep_it_among_them():
    count = scottish_stv(ballots("ABCD", "3 A=B>C", "4 C", "4 D"), 1, lowest)
    assert votes(count.stages[0]) == {"A": 1.5, "B": 1.5, "C": 4, "D": 4}
    assert count.stages[1].transfer.gains == {"B": Fraction(3, 2)}  # not to C: B is on the ballot before it


def test_a_vote_shared_by_three_is_cut_to_five_decimals():
    first = scottish_stv(ballots("ABC", "1 A=B=C"), 1, lowest).stages[0]
    assert votes(first) == {"A": 0.33333, "B": 0.33333, "C": 0.33333}
    assert first.lost == Fraction(1, 100_000)


def test_no_place_to_fill_is_refused():
    with pytest.raises(Refused, match=r"At least one place must be filled, not 0\."):
        scottish_stv(ballots("AB", "1 A"), 0)
