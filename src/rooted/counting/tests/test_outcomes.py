"""Three thousand small elections, counted by pref-voting before (peer.py): the same are elected by us."""

import json
from functools import cache
from pathlib import Path

import pytest

from rooted.counting.ballots import grouped
from rooted.counting.methods.instant_runoff import instant_runoff
from rooted.counting.methods.schulze import schulze
from rooted.counting.methods.scottish_stv import scottish_stv
from rooted.counting.tests.made import lowest
from rooted.counting.tests.made_elections import elections

both = pytest.mark.parametrize("equal", [False, True], ids=["strict", "equal"])


@cache
def cases(equal):
    """Each election as ballots, its places, and what pref-voting found, one set of figures for each method."""
    outcomes = json.loads((Path(__file__).parent / "outcomes.json").read_text())["equal" if equal else "strict"]
    made = elections(equal=equal)
    assert len(made) == len(outcomes)
    return [
        (grouped(map(str, range(one.options)), one.groups), one.seats, said.split())
        for one, said in zip(made, outcomes, strict=True)
    ]


def figures(names):
    return "".join(sorted(names))


def test_scottish_stv_elects_the_same():
    counted = [figures(scottish_stv(votes, seats, lowest).elected) for votes, seats, _ in cases(False)]
    assert counted == [said[0] for *_, said in cases(False)]


@both
def test_instant_runoff_elects_one_of_those_who_may_win_by_some_lot(equal):
    wrong = []
    for at, (votes, _, said) in enumerate(cases(equal)):
        count = instant_runoff(votes)
        found = set(count.elected + count.tied)
        if not found <= set(said[-2]) or (len(said[-2]) == 1 and count.elected != (said[-2],)):
            wrong.append((at, found, said[-2]))
    assert wrong == []


@both
def test_schulze_puts_the_same_first(equal):
    counted = [figures(schulze(votes).places[0]) for votes, _, _ in cases(equal)]
    assert counted == [said[-1] for *_, said in cases(equal)]
