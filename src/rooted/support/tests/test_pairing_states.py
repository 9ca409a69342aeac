"""Two groups: any order of joining, leaving and writing. Who is in reads all; who left nothing that came later."""

import itertools

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from rooted.base import seal
from rooted.groups.actions import part
from rooted.groups.tests.make import member as one_more
from rooted.support.models import PairingMessage
from rooted.support.pairings import open_pairing, read_messages, write_to_the_group
from rooted.support.tests import make
from rooted.support.tests.test_pairing_write import Kept

SIDES = st.sampled_from([0, 1])
NUMBERS = itertools.count()


class Pairings(RuleBasedStateMachine):
    """`members` of each group; `left`: what those who left kept, and which messages there were when they went."""

    cast: tuple

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.members = [[member] for member in self.cast]
        self.pairing = make.paired(self.cast[1], self.cast[0])
        self.said, self.left = ["Will you stand by us?"], []

    @rule(side=SIDES)
    def join(self, side):
        if len(self.members[side]) < 3:
            self.members[side].append(one_more(self.cast[side], f"more{next(NUMBERS)}"))

    @rule(side=SIDES)
    def leave(self, side):
        if len(self.members[side]) > 1:
            gone = self.members[side].pop()
            kept = Kept(gone, self.pairing)
            part(gone.seat, today=timezone.now().date())
            self.left.append((kept, set(PairingMessage.objects.values_list("item", flat=True))))

    @rule(side=SIDES, which=st.integers(0, 2))
    def write(self, side, which):
        member = self.members[side][which % len(self.members[side])]
        text = f"message {len(self.said)}"
        write_to_the_group(self.pairing, member.seat, text=text, byline="", now=timezone.now())
        self.said.append(text)

    @invariant()
    def who_is_in_reads_everything(self):
        for member in itertools.chain(*self.members):
            read = read_messages(self.pairing, open_pairing(self.pairing, member.seat))
            assert [one["text"] for one in read] == self.said

    @invariant()
    def who_left_reads_nothing_that_came_later(self):
        for kept, known in self.left:
            for row in PairingMessage.objects.exclude(item__in=known).select_related("item"):
                with pytest.raises(seal.Closed):
                    kept.read(row.item)
                assert not kept.opens(self.pairing)

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.parametrize("examples", [6, pytest.param(30, marks=pytest.mark.long)])
def test_any_order_of_joining_leaving_and_writing(ana, cem, examples):
    machine = type("Groups", (Pairings,), {"cast": (ana, cem)})
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    with_settings = settings(max_examples=examples, stateful_step_count=12, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=with_settings)
