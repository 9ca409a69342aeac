"""What is to be erased is erased: with a decision that burns, on its day without one, with its group."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from rooted.ballots.models import Elector, Question
from rooted.circles.models import SealedItem
from rooted.groups.events import GroupClosed
from rooted.proposals.jobs import burn_proposals
from rooted.proposals.models import Amendment, Proposal, Remark
from rooted.proposals.reactions import forget_closed_group
from rooted.proposals.tests import make
from rooted.register.actions import burn_due
from rooted.register.models import Entry
from rooted.rules.deciding import rules_of


def in_days(number: int) -> datetime:
    return datetime.combine(make.in_days(number), time(12), tzinfo=ZoneInfo("UTC"))  # begun everywhere


def left() -> list[int]:
    return [model.objects.count() for model in (Proposal, Remark, Amendment, Question, Elector)]


def items() -> int:
    return SealedItem.objects.filter(kind__regex="^(assembly|ballots)").count()


def test_when_a_decision_burns_all_that_was_said_and_voted_goes_with_it(ana, bo):
    made = make.opened(ana, bo, burn_days=7)
    make.remark(bo, made)
    make.amendment(bo, made)
    make.vote(made, one=(ana, "yes"), two=(bo, "no"))
    make.post(ana, "proposal-close", made.pk)
    burn_due(make.today() + timedelta(days=6))
    assert left() == [1, 1, 1, 1, 2]
    burn_due(make.today() + timedelta(days=7))
    assert (left(), items(), Entry.objects.get().result) == ([0] * 5, 0, "not carried")


def test_a_vote_that_nobody_closed_burns_a_month_later(ana, bo):
    made = make.opened(ana, bo, burn_days=7)
    make.vote(made, one=(ana, "yes"))
    burn_proposals(in_days(36))
    assert left() == [1, 0, 0, 1, 2]
    burn_proposals(in_days(37))
    assert (left(), items()) == ([0] * 5, 0)


def test_a_withdrawn_one_burns_as_a_decided_one(ana):
    made = make.proposal(ana, burn_days=7)
    make.post(ana, "proposal-withdraw", made.pk)
    burn_proposals(in_days(7))
    assert (left(), items()) == ([0] * 5, 0)


def test_what_stays_in_the_register_stays_here(ana, bo):
    make.decided(ana, bo)
    burn_proposals(in_days(4_000))
    assert Proposal.objects.count() == 1


def test_a_closed_group_keeps_nothing(ana, bo, cem):
    make.carried_rules(ana, bo)
    kept = make.proposal(cem)
    forget_closed_group(GroupClosed(group=ana.group.pk))
    assert [row.pk for row in Proposal.objects.all()] == [kept.pk]


def test_rules_stay_when_the_proposal_that_carried_them_is_gone(ana, bo):
    made = make.carried_rules(ana, bo)
    Proposal.objects.filter(pk=made.pk).delete()
    assert rules_of(ana.seat).own is not None


def test_words_that_were_asked_anew_burn_as_withdrawn_ones(ana, bo):
    made = make.opened(ana, bo, burn_days=7, closes_at=make.in_days(5))
    make.asked_anew(ana, bo, made)
    assert (make.fresh(made).state, made.again.count()) == ("withdrawn", 1)
    burn_proposals(in_days(7))
    assert not Proposal.objects.filter(pk=made.pk).exists()
