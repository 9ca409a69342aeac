"""proposals:rules, how we decide here."""

import pytest

from rooted.proposals.deciding import rules_of
from rooted.proposals.rules import HowWeDecide, defaults_for
from rooted.proposals.tests import make


@pytest.mark.parametrize(
    ("members", "rules"),
    [
        (2, HowWeDecide("anyone", "members", "together", 0, 7, 2)),
        (30, HowWeDecide("anyone", "members", "consent", 3, 7, 15)),
        (3_000, HowWeDecide("anyone", "hands", "majority", 7, 7, 300)),
    ],
)
def test_what_suits_the_size_holds_until_the_group_decides(members, rules):
    assert defaults_for(members) == rules


def test_it_says_what_holds_and_what_has_worked_elsewhere(ana, bo):
    page = make.page(ana, "rules")
    assert "We have not decided this ourselves yet." in page
    assert page.count("<details>") >= 3


def test_without_notice_it_says_so_in_words(ana, bo):
    page = make.page(ana, "rules")
    assert ("A meeting can be called on the same day." in page, "0 days" in page) == (True, False)


def test_carried_they_hold_with_their_number_in_the_register(ana, bo):
    made = make.carried_rules(ana, bo, quorum=2)
    assert rules_of(ana.seat).rules.quorum == 2
    page = make.page(bo, "rules")
    assert f"In the register: no. {made.entry.number}" in page


def test_not_carried_they_do_not_hold(ana, bo):
    before = rules_of(ana.seat).rules
    made = make.rules_proposal(ana, quorum=2)
    make.post(bo, "proposal-second", made.pk, seen=1)
    made = make.open_now(ana, make.fresh(made))
    make.vote(made, one=(ana, "agree"), two=(bo, "talk"))
    make.post(ana, "proposal-close", made.pk)
    assert rules_of(ana.seat).rules == before
