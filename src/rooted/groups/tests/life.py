"""What the machine of test_states.py knows of its people, and how a crash is tried."""

import itertools

from django.db import transaction
from hypothesis.stateful import RuleBasedStateMachine

from conftest import PASSPHRASE, Member
from rooted.groups.access import open_seat
from rooted.groups.models import Group
from rooted.people.actions import sign_in, sign_up

numbers = itertools.count()


class Life(RuleBasedStateMachine):
    """The model: who is in, who is paused, and what was written; all in a transaction that is undone."""

    def __init__(self):
        super().__init__()
        self.around = transaction.atomic()
        self.around.__enter__()
        self.inside: list[Member] = []
        self.outside: list[Member] = []
        self.paused: Member | None = None
        self.proposer: Member | None = None
        self.written: dict[int, str] = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)

    def somebody(self):
        name = f"person {next(numbers)}"
        return Member(name=name, keyring=sign_up(name=name, passphrase=PASSPHRASE), client=None)

    @property
    def active(self):
        return [member for member in self.inside if member is not self.paused]

    def pick(self, chance):
        return self.active[chance % len(self.active)]

    def seat_of(self, member):
        return open_seat(member.keyring, Group.objects.select_related("circle").get(pk=self.group))

    def seat_id(self, member):
        return member.keyring.seat_in(self.group).seat

    def crash(self, member, step):
        """What `step` did is undone before its end, and the member comes back with nothing but the passphrase."""
        with transaction.atomic():
            step(self.seat_of(member))
            transaction.set_rollback(True)
        member.keyring = sign_in(name=member.name, passphrase=member.passphrase)
