"""Instant runoff by hand, and equal ranks against ballots with every order of them."""

from fractions import Fraction
from itertools import permutations, product
from math import factorial, prod

from hypothesis import given

from rooted.counting.ballots import grouped
from rooted.counting.methods.instant_runoff import instant_runoff
from rooted.counting.tests.made import NAMES, any_groups, ballots, lowest


def test_who_has_more_than_half_is_elected_at_once():
    count = instant_runoff(ballots("ABC", "5 A", "2 B", "2 C"))
    assert (count.elected, len(count.stages), count.quota) == (("A",), 1, None)
    assert str(count.stages[0].says[-1]) == "A has 5 of 9 votes: more than half."


def test_the_fewest_drop_out_and_their_ballots_go_on():
    count = instant_runoff(ballots("ABC", "4 A", "3 B", "2 C>B"))
    assert count.elected == ("B",)
    assert [stage.excluded for stage in count.stages] == [("C",), ()]


def test_more_than_half_is_meant_of_the_votes_that_still_go_on():
    count = instant_runoff(ballots("ABC", "4 A", "3 B", "2 C"))
    assert (count.elected, count.stages[-1].exhausted) == (("A",), 2)


def test_the_last_two_level_are_a_tie_that_elects_nobody():
    count = instant_runoff(ballots("ABC", "3 A", "3 B", "1 C"))
    assert (count.elected, count.tied) == ((), ("A", "B"))
    assert str(count.says[0]) == "A, B are level. A tie decides nothing."


def test_level_for_the_fewest_the_lot_decides_after_looking_back():
    level = ballots("ABC", "3 A", "2 B>A", "2 C>B")
    assert instant_runoff(level, lowest).stages[0].excluded == ("B",)
    assert instant_runoff(level, max).stages[0].excluded == ("C",)


def test_without_a_seed_the_ballots_draw_the_lot_and_always_the_same():
    level = ballots("ABC", "3 A", "2 B>A", "2 C>B")
    assert instant_runoff(level) == instant_runoff(level)


def test_equal_names_get_exact_parts():
    count = instant_runoff(ballots("ABC", "1 A=B=C", "3 A"))
    assert count.stages[0].totals == {"A": 3 + Fraction(1, 3), "B": Fraction(1, 3), "C": Fraction(1, 3)}


def test_equal_names_are_passed_on_in_a_moment_however_many_they_are():
    names = [f"{number:02}" for number in range(30)]
    alone = [(((option,),), option + 1) for option in range(30)]
    count = instant_runoff(grouped(names, [((tuple(range(30)),), 10), *alone]))
    assert (count.elected, count.stages[20].totals["29"]) == (("29",), 31)


def every_order(ranks, n):
    """The ballot as strict ones, each order of its equal names as often; `n` times 120."""
    each = n * factorial(5) // prod(factorial(len(rank)) for rank in ranks)
    orders = product(*(permutations(rank) for rank in ranks))
    return [(tuple((option,) for rank in order for option in rank), each) for order in orders]


@given(any_groups())
def test_equal_ranks_weigh_what_all_their_orders_weigh(made):
    options, groups = made
    equal = grouped(NAMES[:options], [(ranks, n * factorial(5)) for ranks, n in groups])
    strict = grouped(NAMES[:options], [one for ranks, n in groups for one in every_order(ranks, n)])
    assert instant_runoff(equal, lowest) == instant_runoff(strict, lowest)
