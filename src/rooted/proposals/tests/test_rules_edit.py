"""proposals:rules-edit, other rules as a proposal."""

from rooted.proposals.deciding import rules_of
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make

TYPED = {
    "calls": "proposers", "mode": "members", "method": "consent", "notice_days": "4", "days_open": "5", "quorum": "2",
}  # fmt: skip


def test_they_become_a_proposal_in_sentences(ana, bo):
    before = rules_of(ana.seat).rules
    make.post(ana, "rules-edit", **TYPED)
    made = Proposal.objects.get()
    assert "A meeting is called at least 4 days before it." in make.content(bo, made)["text"]
    assert rules_of(ana.seat).rules == before


def test_two_agree_on_them_in_one_tap(ana, bo):
    make.post(ana, "rules-edit", **TYPED)
    make.post(bo, "proposal-agree", Proposal.objects.get().pk, seen=1)
    assert rules_of(ana.seat).rules.notice_days == 4


def test_what_was_typed_stays_when_it_is_refused(ana):
    page = make.post(ana, "rules-edit", **(TYPED | {"quorum": "none"})).content.decode()
    assert 'value="none"' in page
    assert Proposal.objects.count() == 0


def test_hands_need_a_method_that_hands_can_count(ana):
    page = make.post(ana, "rules-edit", **(TYPED | {"mode": "hands", "method": "lots"})).content.decode()
    assert "Choose one of these." in page
