"""What becomes of votes when somebody leaves, and of everything when the group ends."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.ballots.jobs import burn_questions
from rooted.ballots.models import Elector, Question, SittingCount
from rooted.ballots.tests import make
from rooted.circles.models import SealedItem
from rooted.groups.actions import part

pytestmark = pytest.mark.django_db


def test_the_vote_of_somebody_who_left_still_counts(ana, bo):
    question = make.question(ana)
    make.cast(bo, question, "yes")
    part(bo.seat, today=timezone.localdate())
    result = make.close(ana, question)
    assert (result.figures["yes"], result.entitled) == (1, 2)


def test_a_group_that_ends_keeps_no_question_no_vote_and_no_count(cem):
    question = make.question(cem)
    make.cast(cem, question, "yes")
    make.count_both(cem, make.by_hands(cem))
    make.close(cem, question)
    part(cem.seat, today=timezone.localdate())
    left = [model.objects.count() for model in (Question, Elector, SittingCount)]
    assert (left, SealedItem.objects.filter(kind__startswith="ballots.").count()) == ([0, 0, 0], 0)


def test_on_its_day_the_job_burns_a_question_and_leaves_the_others(ana):
    now = timezone.now().replace(hour=12)  # the day has begun everywhere
    burning = make.question(ana, burns_on=now.date() + timedelta(days=7))
    kept = make.question(ana)
    burn_questions(now)
    assert Question.objects.count() == 2
    burn_questions(now + timedelta(days=7))
    assert [row.pk for row in Question.objects.all()] == [kept.pk] != [burning.pk]
