"""What was set at the opening stands on each page of a vote, and nothing where nothing was set."""

import pytest

from rooted.ballots.methods import Rules
from rooted.proposals.tests import make

PAGES = ("proposal-detail", "proposal-vote", "proposal-close")
HEADING = "Set at the opening"


@pytest.mark.parametrize("page", PAGES)
def test_what_was_set_stands_on_each_page_of_an_open_vote(ana, bo, page):
    made = make.opened(ana, bo, rules=Rules(quorum=2, pledges=1200))
    said = make.page(ana, page, made.pk)
    assert HEADING in said
    assert "At least 2 must take part, so that it counts." in said
    assert "At least 1,200 must say yes." in said


def test_what_was_set_stands_beside_the_result(ana, bo):
    made = make.decided(ana, bo, method="share", rules=Rules(share=(3, 5), quorum=2))
    said = make.page(bo, "proposal-result", made.pk)
    assert "At least 3/5 of all yes and no must be yes." in said
    assert "At least 2 must take part, so that it counts." in said


@pytest.mark.parametrize("page", PAGES)
def test_nothing_stands_there_where_nothing_was_set(ana, bo, page):
    made = make.opened(ana, bo)
    assert HEADING not in make.page(ana, page, made.pk)


def test_nothing_stands_beside_a_result_where_nothing_was_set(ana, bo):
    assert HEADING not in make.page(ana, "proposal-result", make.decided(ana, bo).pk)


def test_nothing_stands_there_before_the_vote_is_open(ana, bo):
    assert HEADING not in make.page(ana, "proposal-detail", make.seconded(ana, bo).pk)


def test_rules_of_sittings_are_said(ana, bo):
    rules = Rules(quorum_each=5, majority_each=True, closed_until_last=True)
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"), rules=rules)
    said = make.page(ana, "proposal-close", made.pk)
    assert "At least 5 must be present in each sitting." in said
    assert "It must hold in each sitting too." in said
    assert "figures are shown before the last one has counted." in said


def test_where_the_number_for_lots_comes_from_is_read_before_it_is_typed(ana, bo):
    made = make.lots(ana, bo, source="Lottery of Saturday", seats=2)
    for page in ("proposal-detail", "proposal-draw"):
        said = make.page(bo, page, made.pk)
        assert "Lottery of Saturday" in said
        assert "Places to fill: 2." in said
