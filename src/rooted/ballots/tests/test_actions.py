"""Opening, voting, entering, confirming, closing, asking again."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from conftest import join, newcomer
from rooted.ballots import actions
from rooted.ballots.models import Elector, Question
from rooted.ballots.reading import result_of, vote_of
from rooted.ballots.result import BLOCKED, CARRIED, NOT_CARRIED
from rooted.ballots.tests import make
from rooted.circles.models import SealedItem

pytestmark = pytest.mark.django_db


@pytest.fixture
def dee(ana):
    return join(newcomer("dee"), ana)


def test_a_vote_counts_once_however_often_it_is_given(ana, bo):
    question = make.question(ana)
    for choice in ("no", "yes", "yes"):
        make.cast(ana, question, choice)
    result = make.close(ana, question)
    assert (result.outcome, result.figures, result.cast, result.entitled) == (
        CARRIED, {"yes": 1, "no": 0, "abstain": 0}, 1, 2,
    )  # fmt: skip


def test_of_a_vote_that_was_replaced_nothing_stays(ana):
    question = make.question(ana)
    for choice in ("yes", "no"):
        make.cast(ana, question, choice)
    assert SealedItem.objects.filter(kind="ballots.vote").count() == 1


def test_a_tie_is_not_carried(ana, bo):
    question = make.question(ana)
    make.cast(ana, question, "yes")
    make.cast(bo, question, "no")
    assert make.close(bo, question).outcome == NOT_CARRIED


def test_an_objection_blocks_consent_and_needs_a_reason(ana, bo):
    question = make.question(ana, "consent")
    make.cast(ana, question, "agree")
    with pytest.raises(ValidationError, match="Say why"):
        make.cast(bo, question, "object", " ")
    make.cast(bo, question, "object", "The night shift was not asked.")
    assert make.close(ana, question).outcome == BLOCKED


def test_closing_counts_once(ana, bo):
    question = make.question(ana)
    make.cast(ana, question, "yes")
    first = make.close(ana, question)
    assert (make.close(bo, question), result_of(make.fresh(question), bo.seat)) == (None, first)


def test_a_closed_question_takes_no_vote(ana, bo):
    question = make.question(ana)
    make.close(ana, question)
    with pytest.raises(ValidationError, match="closed"):
        make.cast(bo, question, "yes")
    assert Elector.objects.exclude(item=None).count() == 0


def test_after_its_hour_a_question_takes_no_vote(ana, bo):
    question = make.question(ana, closes_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(ValidationError, match="time to vote is over"):
        make.cast(bo, question, "yes", now=timezone.now() + timedelta(hours=1))


def test_whoever_joins_later_is_told_so(ana, bo, cem):
    question = make.question(ana)
    Elector.objects.filter(question=question, seat=bo.seat).delete()
    with pytest.raises(ValidationError, match="before you joined"):
        make.cast(bo, question, "yes")


def test_a_vote_by_phone_counts_once_another_member_confirms_it(ana, bo, dee):
    question = make.question(ana)
    row = Elector.objects.get(question=question, seat=bo.seat)
    now = timezone.now()
    actions.enter_vote(question, seat=ana.seat, elector=row, choice="yes", how="phone", now=now)
    assert vote_of(question, bo.seat).waits
    with pytest.raises(ValidationError, match="Another member"):
        actions.confirm_vote(question, seat=ana.seat, elector=row, seen="yes", now=now)
    actions.confirm_vote(question, seat=dee.seat, elector=row, seen="yes", now=now)
    assert make.close(ana, question).figures["yes"] == 1


def test_an_unconfirmed_vote_does_not_count_and_leaves_the_one_before(ana, bo, dee):
    question = make.question(ana)
    row = Elector.objects.get(question=question, seat=bo.seat)
    now = timezone.now()
    actions.enter_vote(question, seat=ana.seat, elector=row, choice="yes", how="phone", now=now)
    actions.confirm_vote(question, seat=dee.seat, elector=row, seen="yes", now=now)
    actions.enter_vote(question, seat=ana.seat, elector=row, choice="no", how="paper", now=now)
    assert make.close(ana, question).figures == {"yes": 1, "no": 0, "abstain": 0}


def test_the_voter_replaces_what_was_entered_and_nobody_enters_over_it(ana, bo):
    question = make.question(ana)
    row = Elector.objects.get(question=question, seat=bo.seat)
    actions.enter_vote(question, seat=ana.seat, elector=row, choice="yes", how="phone", now=timezone.now())
    make.cast(bo, question, "no")
    with pytest.raises(ValidationError, match="Only they"):
        actions.enter_vote(question, seat=ana.seat, elector=row, choice="yes", how="phone", now=timezone.now())
    assert make.close(ana, question).figures["no"] == 1


def test_a_sixth_option_is_refused_and_changes_nothing(ana):
    question = make.question(ana, "approval", "Bus", "Train", "Bike", "Foot", "Boat")
    with pytest.raises(ValidationError, match="not one of the choices"):
        make.cast(ana, question, [5])
    assert vote_of(question, ana.seat).choice is None


def test_asking_again_ends_the_earlier_question_without_a_count(ana, bo):
    earlier = make.question(ana)
    make.cast(bo, earlier, "yes")
    newer = actions.ask_again(earlier, make.asked("consent"), seat=ana.seat, today=timezone.localdate())
    assert (make.fresh(earlier).result, newer.again, newer.closed_on) == (None, earlier, None)
    with pytest.raises(ValidationError, match="already"):
        actions.ask_again(earlier, make.asked(), seat=bo.seat, today=timezone.localdate())


def test_what_burns_takes_votes_and_result_with_it(ana, bo):
    today = timezone.localdate()
    question = make.question(ana, burns_on=today)
    items = bo.group.circle.items.count()
    make.cast(ana, question, "yes")
    make.close(ana, question)
    assert (actions.burn_due(today), Question.objects.count(), ana.group.circle.items.count()) == (1, 0, items - 1)
