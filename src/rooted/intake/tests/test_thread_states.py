"""A thread through any order of deeds, held against a simple model of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from rooted.intake import actions, receipts
from rooted.intake.conversation import open_thread, read_by_stranger
from rooted.intake.models import Message, Thread
from rooted.intake.reading import read_all
from rooted.intake.tests import make

MEMBERS = st.sampled_from(["ana", "bo"])


class Threads(RuleBasedStateMachine):
    """`said` is what both sides must read, in order; `seen` how many messages each member's page shows."""

    cast: dict

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.now = timezone.now()
        self.group = self.cast["ana"].group
        self.seats = {name: member.seat for name, member in self.cast.items()}
        self.keys = receipts.keys_of(receipts.receipt_of(receipts.new_token(), group=self.group.pk, language="en"))
        self.thread = self.drop("first")
        self.said, self.seen = ["first"], dict.fromkeys(self.cast, 1)
        self.has, self.closed, self.waits = None, False, True

    def drop(self, text):
        letter = make.FILLED | {"text": text}
        return actions.drop_letter(self.group, keys=self.keys, letter=letter, language="en", now=self.tick())

    def tick(self):
        self.now += timedelta(hours=1)
        return self.now

    def came(self, text):
        self.said.append(text)
        self.closed, self.waits = False, True

    @rule(member=MEMBERS)
    def look(self, member):
        self.seen[member] = len(self.said)

    @rule(member=MEMBERS)
    def answer(self, member):
        text = f"answer {len(self.said)}"
        may = self.seen[member] == len(self.said) and not self.closed
        try:
            actions.answer_letter(
                self.thread, seat=self.seats[member], text=text, seen=self.seen[member], now=self.tick()
            )
        except ValidationError:
            assert not may
            return
        assert may
        self.said.append(text)
        self.waits, self.has = False, self.has or member

    @rule()
    def write_more(self):
        text, token = f"letter {len(self.said)}", receipts.new_token()
        for _ in range(2):  # the same page, sent twice
            actions.write_more(open_thread(self.keys), text=text, token=token, language="en", now=self.tick())
        self.came(text)

    @rule()
    def send_the_first_page_again(self):
        self.drop("first")

    @rule(member=MEMBERS)
    def take(self, member):
        free = self.has in (None, member)
        try:
            actions.take_thread(self.thread, seat=self.seats[member])
        except ValidationError:
            assert not free
        else:
            assert free
            self.has = member

    @rule()
    def release(self):
        actions.release_thread(self.thread)
        self.has = None

    @rule()
    def close(self):
        actions.close_thread(self.thread, today=self.tick().date())
        self.closed, self.waits = True, False if not self.closed else self.waits

    @precondition(lambda self: self.closed)
    @rule()
    def reopen(self):
        actions.reopen_thread(self.thread)
        self.closed = False

    @rule(member=MEMBERS)
    def note(self, member):
        actions.write_note(self.thread, seat=self.seats[member], text="between us", now=self.tick())

    @invariant()
    def both_sides_read_the_same(self):
        self.thread.refresh_from_db()
        members = [one.content["text"] for one in read_all(self.seats["bo"], self.thread)]
        stranger = [one.content["text"] for one in read_by_stranger(open_thread(self.keys))]
        assert members == stranger == self.said
        assert self.thread.length == len(self.said)

    @invariant()
    def the_row_says_the_same(self):
        row = Thread.objects.get(pk=self.thread.pk)
        assert (row.closed_on is not None) is self.closed
        assert row.taken_by_id == (self.seats[self.has].pk if self.has else None)
        assert Message.objects.waiting().filter(thread=row).exists() is self.waits
        assert row.expires_on >= self.now.date()

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.long)])
def test_any_order_of_deeds_agrees_with_the_model(ana, bo, examples):
    machine = type("Cast", (Threads,), {"cast": {"ana": ana, "bo": bo}})
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    with_settings = settings(max_examples=examples, stateful_step_count=20, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=with_settings)
