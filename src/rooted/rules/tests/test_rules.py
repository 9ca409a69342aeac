"""rules:rules, how we decide here."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.ballots.methods import METHODS
from rooted.groups.models import Group
from rooted.rules.deciding import rules_of
from rooted.rules.rules import CALLS, ELECTORATE, MEETS, WAYS, HowWeDecide, defaults_for, rules_from, sentences
from rooted.rules.tests import make


@pytest.mark.parametrize(
    ("members", "rules"),
    [
        (2, HowWeDecide("anyone", "members", "together", 0, 7, 2)),
        (30, HowWeDecide("anyone", "members", "consent", 3, 7, 15)),
        (3_000, HowWeDecide("anyone", "hands", "majority", 7, 7, 300)),
    ],
)
def test_what_suits_the_size_is_suggested(members, rules):
    assert defaults_for(members) == rules


@pytest.mark.parametrize(("members", "method"), [(2, "together"), (30, "majority"), (3_000, "majority")])
def test_at_a_workplace_hands_are_the_beginning_however_many_have_an_account(members, method):
    assert defaults_for(members, workplace=True) == HowWeDecide("anyone", "hands", method, 3, 7, 0)


def test_a_group_of_a_workplace_begins_with_hands(ana, bo):
    assert rules_of(ana.seat).rules.mode == "members"
    Group.objects.filter(pk=ana.group.pk).update(kind="workplace")
    ana.seat.group.refresh_from_db()
    assert rules_of(ana.seat).rules.mode == "hands"


def test_before_the_group_decides_it_is_only_suggested(ana, bo):
    page = make.page(ana)
    assert "Until then this is suggested to a group like ours, and binds nobody." in page
    assert rules_of(ana.seat).binding is None


def test_what_is_suggested_to_each_size_and_at_a_workplace_stands_below(ana, bo):
    page = make.page(ana)
    assert [words in page for words in ("In a group of 3,000", "At a workplace")] == [True, True]


def test_without_notice_it_says_so_in_words(ana, bo):
    page = make.page(ana)
    assert ("A meeting or a vote can be called on the same day." in page, "0 days" in page) == (True, False)


def test_decided_they_hold_with_their_number_in_the_register(ana, bo):
    entry = make.bound(ana, quorum=2)
    assert (rules_of(bo.seat).binding.quorum, f"In the register: no. {entry.number}" in make.page(bo)) == (2, True)


def test_who_calls_who_votes_and_which_methods_are_said(ana, bo):
    make.bound(ana, meets="two", electorate="before", methods=("majority", "consent"), notice_days=4)
    page = make.page(bo)
    assert "Who may call a meeting: Any member, once a second one stands behind the call." in page
    assert "Who votes here: Those who were members when it was proposed." in page
    assert "Methods we use: Simple majority, Consent." in page
    assert "at least 4 days before. If it is urgent, whoever calls it shortens that" in page


def test_another_group_sees_nothing_of_it(ana, cem):
    make.bound(ana, quorum=2)
    assert cem.client.get(f"/g/{ana.group.address}/rules/").status_code == 404
    assert rules_of(cem.seat).own is None


def test_rules_of_before_are_read(ana):
    before = {"calls": "anyone", "mode": "members", "method": "consent", "notice_days": 3, "days_open": 7, "quorum": 2}
    assert rules_from(before) == HowWeDecide(**before)


RULES = st.builds(
    HowWeDecide, st.sampled_from(list(CALLS)), st.sampled_from(list(WAYS)), st.sampled_from(list(METHODS)),
    st.integers(0, 90), st.integers(1, 90), st.integers(0, 10**6), st.sampled_from(list(MEETS)),
    st.sampled_from(list(ELECTORATE)), st.lists(st.sampled_from(list(METHODS)), unique=True).map(tuple),
)  # fmt: skip


@given(RULES)
def test_any_rules_come_back_and_can_be_said(rules):
    assert rules_from(rules.sealed) == rules
    assert all(one.strip() for one in sentences(rules))
