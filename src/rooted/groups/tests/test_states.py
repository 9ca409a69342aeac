"""Join, leave, remove, rotate in pieces, come back, write, read, in any order: who can read what never surprises."""

import itertools

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from conftest import PASSPHRASE, Member, join
from rooted.base import seal
from rooted.circles.actions import left_to_rotate
from rooted.circles.models import Circle, CircleKey, CircleWrap, SealedItem
from rooted.groups import actions, invitations, removals
from rooted.groups.access import open_seat
from rooted.groups.models import Group, Seat
from rooted.groups.sealed import SEAT
from rooted.groups.tests.make import SPOKEN, rotate_one_piece
from rooted.people.actions import sign_up

TODAY = timezone.now().date()
_numbers = itertools.count()


class GroupLife(RuleBasedStateMachine):
    """The model: who is in, who is paused, and what was written. Everyone in and not paused reads everything."""

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
        name = f"person {next(_numbers)}"
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

    @initialize()
    def found(self):
        founder = self.somebody()
        public = {"name": "Docks", "area": "Harbour", "languages": "en", "kind": "local", "about": "We meet."}
        founder.group = actions.found_group(founder.keyring, called=founder.name, today=TODAY, **public).group
        self.group = founder.group.pk
        self.inside.append(founder)

    @precondition(lambda self: len(self.inside) < 5)
    @rule(chance=st.integers(0, 99))
    def join(self, chance):
        self.inside.append(join(self.somebody(), self.pick(chance)))

    @rule(chance=st.integers(0, 99), count=st.integers(1, 15))
    def write(self, chance, count):
        keys = self.seat_of(self.pick(chance)).keys
        for _number in range(count):
            text = f"note {next(_numbers)}"
            self.written[keys.seal(SEAT, {"name": text, "holds_recovery": False}).pk] = text

    @precondition(lambda self: len(self.inside) > 1 and len(self.active) > 1)
    @rule(chance=st.integers(0, 99))
    def leave(self, chance):
        member = self.pick(chance)
        actions.part(self.seat_of(member), today=TODAY)
        self.inside.remove(member)
        self.outside.append(member)
        if self.proposer is member or len(self.inside) < 3:
            self.paused = self.proposer = None

    @precondition(lambda self: len(self.inside) > 2 and self.paused is None)
    @rule(chance=st.integers(0, 99), other=st.integers(1, 98))
    def propose(self, chance, other):
        self.proposer = self.pick(chance)
        target = next(m for m in self.inside[other % len(self.inside) :] + self.inside if m is not self.proposer)
        removals.propose_removal(self.seat_of(self.proposer), self.seat_id(target), today=TODAY)
        self.paused = target

    @precondition(lambda self: self.paused is not None)
    @rule()
    def confirm(self):
        member = next(member for member in self.active if member is not self.proposer)
        removals.confirm_removal(self.seat_of(member), self.seat_id(self.paused), today=TODAY)
        self.inside.remove(self.paused)
        self.outside.append(self.paused)
        self.paused = self.proposer = None

    @precondition(lambda self: self.paused is not None)
    @rule(chance=st.integers(0, 99))
    def withdraw(self, chance):
        removals.withdraw_removal(self.seat_of(self.pick(chance)), self.seat_id(self.paused))
        self.paused = self.proposer = None

    @rule(chance=st.integers(0, 99))
    def rotate_a_piece(self, chance):
        rotate_one_piece(self.seat_of(self.pick(chance)))

    @precondition(lambda self: len(self.active) > 1)
    @rule(chance=st.integers(0, 99))
    def come_back_after_losing_everything(self, chance):
        host, lost = self.pick(chance), self.pick(chance + 1)
        seat, now = self.seat_of(lost), timezone.now()
        made = invitations.make_invitation(self.seat_of(host), spoken=SPOKEN, now=now, back_to=seat)
        back = self.somebody()
        opened = invitations.open_invitation(made.pk, spoken=SPOKEN, now=now)
        assert invitations.accept_invitation(opened, back.keyring, called="back").pk == seat.pk
        back.group = seat.group
        self.inside[self.inside.index(lost)] = back
        self.outside.append(lost)
        if self.proposer is lost:
            self.proposer = back

    @invariant()
    def members_read_everything(self):
        items = list(SealedItem.objects.filter(pk__in=self.written))
        for member in self.active:
            keys = self.seat_of(member).keys
            assert {item.pk: keys.read(item)["name"] for item in items} == self.written

    @invariant()
    def nobody_else_gets_in(self):
        shut_out = self.outside + ([self.paused] if self.paused else [])
        assert [member.name for member in shut_out if self.seat_of(member) is not None] == []

    @invariant()
    def no_wrap_is_left_for_anybody_outside(self):
        taken = Seat.objects.taken().filter(group_id=self.group)
        holders = set(CircleWrap.objects.filter(circle__group=self.group).values_list("holder_id", flat=True))
        assert holders == set(taken.values_list("holder_id", flat=True))
        assert len(holders) == len(self.inside)

    @invariant()
    def a_key_that_is_gone_opens_nothing_new(self):
        circle = Circle.objects.get(group=self.group)
        if left_to_rotate(circle) == 0:
            assert set(SealedItem.objects.filter(circle=circle).values_list("epoch", flat=True)) == {circle.epoch}
        assert CircleKey.objects.filter(circle=circle, epoch=circle.epoch).count() == 1
        for member in self.outside:
            for key in member.keyring.seats:
                for wrap in CircleWrap.objects.filter(circle=circle):
                    try:
                        seal.open_sealed(key.secret, wrap.wrap)
                    except seal.Closed:
                        continue
                    raise AssertionError("an old key opens a wrap")


def test_whoever_is_in_reads_everything_and_nobody_else_reads_anything(db):
    run = settings(
        max_examples=10, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(GroupLife, settings=run)
