"""Join, leave, remove, rotate in pieces, come back, recover, crash, write, read, in any order: who can read what never
surprises."""

from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from conftest import join
from rooted.base import seal
from rooted.circles.actions import left_to_rotate
from rooted.circles.models import Circle, CircleKey, CircleWrap, SealedItem
from rooted.groups import actions, invitations, removals
from rooted.groups.models import Seat
from rooted.groups.sealed import SEAT
from rooted.groups.tests.life import Life, numbers
from rooted.groups.tests.make import SPOKEN, rotate_one_piece
from rooted.people.actions import recover, recovery_blocks, sign_in

TODAY = timezone.now().date()


class GroupLife(Life):
    """The model: who is in, who is paused, and what was written. Everyone in and not paused reads everything."""

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
            text = f"note {next(numbers)}"
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

    @rule(chance=st.integers(0, 99))
    def forget_the_passphrase(self, chance):
        member = self.pick(chance)
        old, code = member.passphrase, "".join(recovery_blocks(member.keyring))
        member.passphrase = f"passphrase number {next(numbers)}"
        member.keyring = recover(name=member.name, code=code, passphrase=member.passphrase)
        assert sign_in(name=member.name, passphrase=old) is None

    @precondition(lambda self: len(self.active) > 1)
    @rule(chance=st.integers(0, 99))
    def crash_while_leaving(self, chance):
        self.crash(self.pick(chance), lambda seat: actions.part(seat, today=TODAY))

    @precondition(lambda self: self.paused is not None)
    @rule()
    def crash_while_confirming(self):
        member, target = next(m for m in self.active if m is not self.proposer), self.seat_id(self.paused)
        self.crash(member, lambda seat: removals.confirm_removal(seat, target, today=TODAY))

    @rule(chance=st.integers(0, 99))
    def crash_while_rotating(self, chance):
        self.crash(self.pick(chance), rotate_one_piece)

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
