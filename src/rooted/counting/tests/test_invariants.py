"""What holds for any ballots: their order never matters, names are only names, votes add up, majorities win."""

from collections import Counter
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from rooted.counting.ballots import gather, grouped
from rooted.counting.methods.approval import approval
from rooted.counting.methods.instant_runoff import instant_runoff
from rooted.counting.methods.motions import motions_by_approval, motions_ranked
from rooted.counting.methods.schulze import schulze
from rooted.counting.methods.scottish_stv import scottish_stv
from rooted.counting.tests.made import NAMES, any_ballots, any_groups

METHODS = {
    "scottish-stv": scottish_stv,
    "instant-runoff": lambda votes, seats, lot=None: instant_runoff(votes, lot),
    "schulze": lambda votes, seats, lot=None: schulze(votes, seats),
    "approval": lambda votes, seats, lot=None: approval(votes, seats),
    "motions-ranked": lambda votes, seats, lot=None: motions_ranked(votes, votes.options[-1]),
    "motions-approval": lambda votes, seats, lot=None: motions_by_approval(votes, votes.options[-1]),
}
SEATS = st.integers(1, 4)


def by_all(votes, seats, lot=None):
    """The count of each method."""
    return {name: method(votes, seats, lot) for name, method in METHODS.items()}


@given(any_groups(), SEATS, st.randoms(use_true_random=False))
def test_the_order_of_ballots_never_matters(made, seats, chance):
    options, groups = made
    single = [ranks for ranks, n in groups for _ in range(n)]
    mixed = gather(NAMES[:options], chance.sample(single, len(single)))
    assert by_all(mixed, seats) == by_all(grouped(NAMES[:options], groups), seats)


@given(any_ballots(), SEATS)
def test_a_recount_equals_the_count(votes, seats):
    assert by_all(grouped(votes.options, votes.rankings()), seats) == by_all(votes, seats)


@given(any_groups(), SEATS)
def test_other_names_are_elected_in_the_same_way(made, seats):
    options, groups = made
    old, new = NAMES[:options], tuple(f"Motion {n}" for n in range(options))
    before = by_all(grouped(old, groups), seats, lambda names: min(names, key=old.index))
    after = by_all(grouped(new, groups), seats, lambda names: min(names, key=new.index))
    swap = dict(zip(old, new, strict=True))
    assert {name: (count.elected, [stage.totals for stage in count.stages]) for name, count in after.items()} == {
        name: (
            tuple(swap[one] for one in count.elected),
            [{swap[one]: has for one, has in stage.totals.items()} for stage in count.stages],
        )
        for name, count in before.items()
    }


@given(any_ballots(), SEATS)
def test_votes_ended_and_lost_are_all_ballots_at_every_stage(votes, seats):
    for count in (scottish_stv(votes, seats), instant_runoff(votes)):
        sums = [sum(stage.totals.values()) + stage.exhausted + stage.lost for stage in count.stages]
        assert sums == [count.valid] * len(count.stages)
        assert min((has for stage in count.stages for has in [*stage.totals.values(), stage.lost]), default=0) >= 0
        assert count.valid + count.blank == votes.total


@given(any_ballots(), SEATS)
def test_stv_fills_all_places_with_different_names_if_anybody_is_named(votes, seats):
    count = scottish_stv(votes, seats)
    assert len(count.elected) == (min(seats, len(votes.options)) if count.valid else 0)
    assert len(set(count.elected)) == len(count.elected)


PROMISED = ["scottish-stv", "instant-runoff", "schulze", "motions-ranked"]  # approval and score do not promise it


@given(any_groups())
def test_an_option_first_on_more_than_half_of_the_ballots_wins(made):
    options, groups = made
    assume(options > 1)
    more = 1 + sum(n for _, n in groups)
    counts = by_all(grouped(NAMES[:options], [*groups, (((0,),), more)]), 1)
    assert {name: counts[name].elected for name in PROMISED} == dict.fromkeys(PROMISED, (NAMES[0],))


@given(any_ballots(), SEATS)
def test_what_is_said_elected_stands_in_the_stages(votes, seats):
    for count in by_all(votes, seats).values():
        assert Counter(count.elected) == Counter(name for stage in count.stages for name in stage.elected)
        assert not set(count.elected) & set(count.tied)


@given(any_ballots(equal=False), SEATS)
def test_stv_gives_each_group_that_votes_for_its_own_the_places_of_its_quotas(votes, seats):
    """Proportionality for solid coalitions (Dummett 1984), for every set of options."""
    count = scottish_stv(votes, seats)
    options = range(len(votes.options))
    for own in (set(some) for size in options for some in combinations(options, size + 1)):
        solid = sum(n for ranks, n in votes.rankings() if {one for (one,) in ranks[: len(own)]} == own)
        due = min(solid // count.quota, len(own), seats)
        assert len({votes.options[one] for one in own} & set(count.elected)) >= due
