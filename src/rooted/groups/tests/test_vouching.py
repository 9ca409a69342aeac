"""Two vouchers, in any order of deeds: nobody has a key before a second member heard them."""

import itertools
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
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

from conftest import PASSPHRASE, Member
from rooted.circles.models import CircleWrap, Holder, SealedItem
from rooted.groups import actions, invitations, removals, vouching
from rooted.groups.access import open_seat
from rooted.groups.jobs import tidy_groups
from rooted.groups.models import Group, Newcomer, Seat
from rooted.groups.sealed import VOUCHER
from rooted.groups.tests.make import SPOKEN, invitation, waiting
from rooted.people.actions import sign_up

TODAY = timezone.now().date()
_numbers = itertools.count()


def test_what_a_first_voucher_left_for_nobody_is_erased(ana, bo):
    _kim, newcomer = waiting(ana)
    invitation(ana).delete()
    tidy_groups(timezone.now())
    left = SealedItem.objects.filter(kind=VOUCHER.name).values_list("pk", flat=True)
    assert list(left) == [newcomer.voucher_item_id]


def test_the_worker_ends_waiting_after_two_weeks(ana, bo):
    waiting(ana)
    tidy_groups(timezone.now() + timedelta(days=14))
    assert Newcomer.objects.count() == 1
    tidy_groups(timezone.now() + timedelta(days=15))
    assert (Newcomer.objects.count(), Holder.objects.count()) == (0, 2)


def test_leaving_the_server_ends_waiting(ana, bo):
    kim, _newcomer = waiting(ana)
    actions.part_everywhere(kim.keyring, today=TODAY)
    assert Newcomer.objects.count() == 0


def test_a_group_that_closes_ends_waiting(ana, bo):
    waiting(ana)
    actions.close_group(ana.group)
    assert (Newcomer.objects.count(), Holder.objects.count(), SealedItem.objects.count()) == (0, 0, 0)


class Vouching(RuleBasedStateMachine):
    """The model: who is in, who waits and by whom; the rule of the group."""

    def __init__(self):
        super().__init__()
        self.around = transaction.atomic()
        self.around.__enter__()
        self.members: list[Member] = []
        self.waiting: list[tuple[Member, Member]] = []  # (newcomer, first voucher)
        self.two_needed, self.wants = False, None

    def teardown(self):
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)

    def somebody(self):
        name = f"voucher person {next(_numbers)}"
        return Member(name=name, keyring=sign_up(name=name, passphrase=PASSPHRASE), client=None)

    def pick(self, chance):
        return self.members[chance % len(self.members)]

    def row(self, member):
        return vouching.waiting(member.keyring, Group.objects.get(pk=self.group))

    @initialize()
    def found(self):
        founder = self.somebody()
        public = {"name": "Docks", "area": "Harbour", "languages": "en", "kind": "local", "about": "We meet."}
        founder.group = actions.found_group(founder.keyring, called="a", today=TODAY, **public).group
        self.group = founder.group.pk
        self.members.append(founder)
        self.come(founder)

    @precondition(lambda self: len(self.members) + len(self.waiting) < 6)
    @rule(chance=st.integers(0, 99))
    def invite(self, chance):
        self.come(self.pick(chance))

    def come(self, host):
        new, now = self.somebody(), timezone.now()
        made = invitations.make_invitation(host.seat, spoken=SPOKEN, now=now)
        opened = invitations.open_invitation(made.pk, spoken=SPOKEN, now=now)
        new.group = invitations.accept_invitation(opened, new.keyring, called="new").group
        if self.two_needed and len(self.members) > 1:
            self.waiting.append((new, host))
        else:
            self.members.append(new)

    @rule(chance=st.integers(0, 99))
    def ask_for_two(self, chance):
        vouching.ask_for_two(self.pick(chance).seat, today=TODAY)
        if not self.two_needed:
            self.two_needed, self.wants = True, None

    @rule(chance=st.integers(0, 99))
    def ask_for_one(self, chance):
        member = self.pick(chance)
        done = vouching.ask_for_one(member.seat)
        agreed = self.wants is not None and self.wants is not member
        assert done == (agreed or len(self.members) == 1)
        if done:
            self.two_needed, self.wants = False, None
        elif self.two_needed:
            self.wants = member

    @precondition(lambda self: self.waiting)
    @rule(chance=st.integers(0, 99), which=st.integers(0, 99))
    def vouch(self, chance, which):
        new, first = self.waiting[which % len(self.waiting)]
        second, row = self.pick(chance), self.row(new)
        said = vouching.spoken_words(row)
        if second is first:
            with pytest.raises(ValidationError):
                vouching.vouch(second.seat, row.pk, said=said, today=TODAY)
            return
        vouching.vouch(second.seat, row.pk, said=said, today=TODAY)
        self.waiting.remove((new, first))
        self.members.append(new)

    @precondition(lambda self: self.waiting)
    @rule(which=st.integers(0, 99), chance=st.integers(0, 99))
    def refuse(self, which, chance):
        new, _first = self.waiting.pop(which % len(self.waiting))
        vouching.refuse(self.pick(chance).seat, self.row(new).pk)

    @precondition(lambda self: self.waiting)
    @rule(which=st.integers(0, 99))
    def withdraw(self, which):
        new, _first = self.waiting.pop(which % len(self.waiting))
        vouching.withdraw_waiting(new.keyring, self.row(new))

    @precondition(lambda self: len(self.members) > 1)
    @rule(chance=st.integers(0, 99))
    def leave(self, chance):
        member = self.pick(chance)
        actions.part(member.seat, today=TODAY)
        self.members.remove(member)
        self.waiting = [pair for pair in self.waiting if pair[1] is not member]
        if self.wants is member:
            self.wants = None

    @rule(chance=st.integers(0, 99))
    def rotate(self, chance):
        removals.go_on(self.pick(chance).seat)

    @invariant()
    def only_members_have_keys(self):
        holders = set(CircleWrap.objects.filter(circle__group=self.group).values_list("holder", flat=True))
        seats = [open_seat(member.keyring, Group.objects.get(pk=self.group)) for member in self.members]
        assert holders == {seat.holder_id for seat in seats}

    @invariant()
    def those_who_wait_open_nothing_and_find_their_page(self):
        for new, _first in self.waiting:
            assert open_seat(new.keyring, Group.objects.get(pk=self.group)) is None
            assert self.row(new) is not None
        assert Newcomer.objects.filter(group=self.group).count() == len(self.waiting)

    @invariant()
    def no_key_pair_is_left_over(self):
        assert Seat.objects.taken().filter(group=self.group).count() == len(self.members)
        assert Holder.objects.count() == len(self.members) + len(self.waiting)


def test_nobody_has_a_key_before_a_second_member_heard_them(db):
    run = settings(
        max_examples=10, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(Vouching, settings=run)
