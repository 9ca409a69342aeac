"""A workplace elects on slips of paper in two shifts: what tellers type comes out, and anyone counts it again."""

import json

import pytest

from rooted.ballots.methods import Rules
from rooted.counting.files.ours import read_ours
from rooted.counting.recount import Wanted, recount
from rooted.proposals import voting
from rooted.proposals.tests import make

NAMES = ("Ana", "Bo", "Cem")
EARLY, LATE = {"0>1": 14, "1=2": 6, "2>1>0": 5}, {"2": 9, "1>2": 8}


@pytest.fixture
def elected(ana, bo):
    made = make.opened(
        ana, bo, method="ranked-several", options=NAMES, mode="hands", sittings=("Early", "Late"), rules=Rules(seats=2)
    )
    make.counted(made, ana, Early=EARLY, Late=LATE)
    voting.close_vote(made, seat=ana.seat, now=make.now())
    return make.fresh(made)


def test_the_page_has_rounds_and_first_places_of_each_shift(elected, ana):
    page = make.page(ana, "proposal-result", elected.pk)
    assert ("Round by round" in page, "<caption>Placed first</caption>" in page) == (True, True)
    row = '<bdi>Early</bdi></th><td class="number">14</td><td class="number">6</td><td class="number">11</td>'
    assert row in page


def test_the_file_is_counted_again_to_the_same_names_and_tells_no_order_of_a_shift(elected, ana):
    file = ana.client.get(make.at("proposal-ballots", ana, elected.pk, query="?kind=json")).content
    told = json.loads(file)
    assert list(recount(read_ours(file), None, Wanted()).elected) == told["chosen"]
    assert [one["number"] for one in told["ballots"]] == [14, 8, 6, 9, 5]
    assert [one["figures"] for one in told["sittings"]] == [{"0": 14, "1": 6, "2": 11}, {"0": 0, "1": 8, "2": 9}]


def test_points_from_slips_are_counted_again_too(ana, bo):
    made = make.opened(ana, bo, method="score", options=NAMES, mode="hands", sittings=("All",))
    make.counted(made, ana, All={f"{one}:{grade}": one + grade for one in range(3) for grade in range(1, 6)})
    voting.close_vote(made, seat=ana.seat, now=make.now())
    file = ana.client.get(make.at("proposal-ballots", ana, made.pk, query="?kind=json")).content
    assert recount(read_ours(file), None, Wanted()).elected == ("Cem",)
    assert "./rooted count ballots.json --method score" in make.page(ana, "proposal-result", made.pk)
