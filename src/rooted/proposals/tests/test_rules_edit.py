"""proposals:rules-edit, other rules as a proposal."""

from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.rules.deciding import rules_of

TYPED = {
    "meets": "two", "calls": "proposers", "mode": "members", "electorate": "before", "method": "consent",
    "notice_days": "4", "days_open": "5", "quorum": "2",
}  # fmt: skip


def test_they_become_a_proposal_in_sentences(ana, bo):
    before = rules_of(ana.seat).rules
    make.post(ana, "rules-edit", **TYPED)
    made = Proposal.objects.get()
    assert "is known, at least 4 days before." in make.content(bo, made)["text"]
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


def test_what_is_meant_if_nothing_is_chosen_is_among_the_methods_we_use(ana):
    page = make.post(ana, "rules-edit", **(TYPED | {"methods": ["majority"]})).content.decode()
    assert "What holds if nothing else is chosen must be among them." in page
    make.post(ana, "rules-edit", **(TYPED | {"methods": ["majority", "consent"]}))
    assert "Methods we use: Consent, Simple majority." in make.content(ana, Proposal.objects.get())["text"]


def test_carried_they_hold_with_their_entry_in_the_register(ana, bo):
    made = make.carried_rules(ana, bo, quorum=2)
    standing = rules_of(ana.seat)
    assert (standing.rules.quorum, standing.own.entry) == (2, made.entry)


def test_not_carried_they_do_not_hold(ana, bo):
    before = rules_of(ana.seat).rules
    made = make.rules_proposal(ana, quorum=2)
    make.post(bo, "proposal-second", made.pk, seen=1)
    made = make.open_now(ana, make.fresh(made))
    make.vote(made, one=(ana, "agree"), two=(bo, "talk"))
    make.post(ana, "proposal-close", made.pk)
    assert rules_of(ana.seat).rules == before


def test_what_would_change_in_our_rules_is_shown_in_the_language_of_the_reader(ana, bo):
    first = make.rules_proposal(ana)
    assert "What changes" not in make.page(bo, "proposal-detail", first.pk), "nothing binds us yet"
    make.carried_rules(ana, bo, quorum=1)
    made = make.rules_proposal(ana, quorum=2)
    page = make.page(bo, "proposal-detail", made.pk)
    assert (page.count(">Changed<"), "<ins>2</ins>" in page) == (1, True)
    bo.client.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    assert make.page(bo, "proposal-detail", made.pk).count(">Geändert<") == 1
