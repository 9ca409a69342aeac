"""A question through any order of deeds, held against a simple model of who voted what and what counts."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from conftest import join, newcomer
from rooted.ballots import actions
from rooted.ballots.models import Elector
from rooted.ballots.reading import result_of, votes
from rooted.ballots.tests import make

NAMES = ("ana", "bo", "cem")
MEMBERS = st.sampled_from(NAMES)
CHOICES = st.sampled_from(["yes", "no", "abstain"])


class Votes(RuleBasedStateMachine):
    """`counts`: what counts for each elector; `waits`: what somebody entered for them; `own`: who voted themselves."""

    cast: dict

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.seats = {name: member.seat for name, member in self.cast.items()}
        self.question = make.question(self.cast["ana"])
        rows = {row.seat_id: row for row in Elector.objects.filter(question=self.question)}
        self.rows = {name: rows[seat.pk] for name, seat in self.seats.items()}
        self.counts, self.waits, self.own, self.closed = {}, {}, set(), None

    def tried(self, deed, may):
        """Do it; it must be refused exactly if the model says so, and the row is read afresh afterwards."""
        try:
            with transaction.atomic():
                deed()
        except ValidationError:
            assert not may
            return False
        assert may
        return True

    @rule(member=MEMBERS, choice=CHOICES)
    def vote(self, member, choice):
        casting = {"seat": self.seats[member], "choice": choice, "now": timezone.now()}
        if self.tried(lambda: actions.cast_vote(self.question, **casting), self.closed is None):
            self.counts[member] = choice
            self.own.add(member)
            self.waits.pop(member, None)

    @rule(by=MEMBERS, member=MEMBERS, choice=CHOICES)
    def enter(self, by, member, choice):
        may = self.closed is None and by != member and member not in self.own
        entered = {"seat": self.seats[by], "elector": self.rows[member], "choice": choice, "how": "phone"}
        if self.tried(lambda: actions.enter_vote(self.question, **entered, now=timezone.now()), may):
            self.waits[member] = (by, choice)

    @rule(by=MEMBERS, member=MEMBERS, seen=CHOICES)
    def confirm(self, by, member, seen):
        waits = self.waits.get(member)
        stands = waits[1] if waits else self.counts.get(member)
        may = self.closed is None and stands == seen and (waits is None or waits[0] != by)
        confirming = {"seat": self.seats[by], "elector": self.rows[member], "seen": seen}
        if self.tried(lambda: actions.confirm_vote(self.question, **confirming, now=timezone.now()), may) and waits:
            self.counts[member] = self.waits.pop(member)[1]

    @precondition(lambda self: self.closed is None)
    @rule(by=MEMBERS)
    def close(self, by):
        self.closed = actions.close_question(self.question, seat=self.seats[by], today=timezone.localdate())

    @precondition(lambda self: self.closed is not None)
    @rule(by=MEMBERS)
    def close_again(self, by):
        again = actions.close_question(self.question, seat=self.seats[by], today=timezone.localdate())
        kept = result_of(make.fresh(self.question), self.seats[by])
        assert (again, kept) == (None, self.closed)

    @invariant()
    def what_counts_is_what_the_model_says(self):
        names = {seat.pk: name for name, seat in self.seats.items()}
        read = votes(self.question, self.seats["ana"])
        assert {names[one.seat]: one.counts for one in read if one.counts} == self.counts
        assert {names[one.seat]: (names[one.by], one.choice) for one in read if one.waits} == {
            name: entered for name, entered in self.waits.items()
        }

    @invariant()
    def a_closed_count_is_the_models(self):
        if self.closed is not None:
            given = list(self.counts.values())
            assert self.closed.figures == {word: given.count(word) for word in ("yes", "no", "abstain")}

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.django_db
def test_votes_in_any_order_hold_to_the_model(ana, bo):
    Votes.cast = {"ana": ana, "bo": bo, "cem": join(newcomer("cem"), ana)}
    quickly = settings(max_examples=15, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(Votes, settings=quickly)
