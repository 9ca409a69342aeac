from dataclasses import dataclass

import pytest
from django.db import transaction

from rooted.base import events, jobs
from rooted.base.models import Job

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class LetterArrived:
    letter: int


@dataclass(frozen=True)
class LetterClosed:
    letter: int


@pytest.fixture(autouse=True)
def own_names(monkeypatch):
    """Only the reactions and jobs of this test are registered."""
    monkeypatch.setattr(events, "_reactions", {LetterArrived: [], LetterClosed: []})
    monkeypatch.setattr(jobs, "_kinds", {})
    jobs.job("remind")(print)


def remind(fact):
    jobs.enqueue("remind", letter=fact.letter)


def fail(fact):
    raise RuntimeError


def test_every_reaction_to_a_fact_is_called_in_order_and_no_other():
    seen = []
    events.reacts_to(LetterArrived)(lambda fact: seen.append(("first", fact)))
    events.reacts_to(LetterArrived)(lambda fact: seen.append(("second", fact)))
    events.reacts_to(LetterClosed)(lambda fact: seen.append(("other", fact)))
    events.announce(LetterArrived(7))
    assert seen == [("first", LetterArrived(7)), ("second", LetterArrived(7))]


def test_a_fact_nobody_answers_is_no_error():
    events.announce(LetterClosed(7))


def test_one_failing_reaction_undoes_the_others_and_what_the_caller_wrote():
    events.reacts_to(LetterArrived)(remind)
    events.reacts_to(LetterArrived)(fail)

    def act():
        with transaction.atomic():
            jobs.enqueue("remind", letter=1)
            events.announce(LetterArrived(7))

    with pytest.raises(RuntimeError):
        act()
    assert not Job.objects.exists()


def test_what_a_reaction_writes_is_there_when_the_caller_is_done():
    events.reacts_to(LetterArrived)(remind)
    events.announce(LetterArrived(7))
    assert Job.objects.get().payload == '{"letter": 7}'


def test_the_decorated_function_stays_a_plain_function():
    assert events.reacts_to(LetterArrived)(remind) is remind
