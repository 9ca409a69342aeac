"""What becomes of a small circle when a seat ends, and who opens what."""

import itertools

import pytest
from django.db import transaction
from django.http import Http404
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
from rooted.circles.actions import admit, new_circle, new_holder
from rooted.circles.models import Circle, CircleKey, CircleWrap
from rooted.groups import actions, invitations, removals, small_circles
from rooted.groups.access import chosen_circle, circle_choices, circle_name, circles_of, open_seat
from rooted.groups.board import lines
from rooted.groups.models import Group, SmallCircle
from rooted.groups.sealed import SMALL_CIRCLE
from rooted.groups.small_circles import open_small
from rooted.groups.tests.make import SPOKEN, at, circle, invitation, member
from rooted.groups.tests.test_states import TODAY
from rooted.people.actions import sign_up


def remove(target, *, by, confirmed_by):
    seat = target.seat.pk
    removals.propose_removal(by.seat, seat, today=TODAY)
    removals.confirm_removal(confirmed_by.seat, seat, today=TODAY)


def test_somebody_outside_who_confirms_a_removal_leaves_the_new_key_to_those_inside(ana, bo):
    third = member(ana, "dina")
    small = circle(bo, third)
    gone = third.seat.holder_id
    remove(third, by=bo, confirmed_by=ana)
    assert CircleWrap.objects.filter(circle=small.circle, holder=gone).count() == 0
    assert SmallCircle.objects.get().shut_out_on == TODAY
    assert Circle.objects.get(pk=small.circle_id).epoch == 1
    removals.go_on(ana.seat)
    assert [line.title for line in lines(ana.seat)] == []
    assert [line.title for line in lines(bo.seat)] == ["Finish the change of keys"]
    bo.client.post(at("groups:rotation", bo))
    assert (SmallCircle.objects.get().shut_out_on, Circle.objects.get(pk=small.circle_id).epoch) == (None, 2)
    assert lines(bo.seat) == []
    assert [one.name for one in open_small(bo.seat)] == ["Car share"]


def test_the_next_thing_somebody_inside_does_changes_the_key(ana, bo):
    third = member(ana, "dina")
    small = circle(bo, third)
    remove(third, by=bo, confirmed_by=ana)
    bo.client.post(at("groups:seat-rename", bo), {"called": "Bo"})
    assert Circle.objects.get(pk=small.circle_id).epoch == 2


def test_somebody_inside_who_confirms_changes_it_at_once(ana, bo):
    third = member(ana, "dina")
    small = circle(ana, bo, third)
    remove(third, by=bo, confirmed_by=ana)
    assert (SmallCircle.objects.get().shut_out_on, Circle.objects.get(pk=small.circle_id).epoch) == (None, 2)


def test_a_circle_nobody_can_open_any_more_is_erased(ana, bo):
    third = member(ana, "dina")
    circle(third)
    remove(third, by=bo, confirmed_by=ana)
    assert (SmallCircle.objects.count(), Circle.objects.count()) == (0, 1)


def test_whoever_leaves_the_group_leaves_its_small_circles(ana, bo):
    circle(ana, bo)
    circle(bo, name="Alone")
    actions.part(bo.seat, today=TODAY)
    assert [one.name for one in open_small(ana.seat)] == ["Car share"]
    assert SmallCircle.objects.count() == 1


def test_whoever_comes_back_with_a_new_key_is_let_in_again_by_somebody_inside(ana, bo):
    third = member(ana, "dina")
    small = circle(bo, third)
    made = invitation(ana, back_to=bo.seat)
    opened = invitations.open_invitation(made.pk, spoken=SPOKEN, now=invitations.timezone.now())
    back = Member(name="back", keyring=sign_up(name="back", passphrase=PASSPHRASE), client=None, group=bo.group)
    invitations.accept_invitation(opened, back.keyring, called="Bo")
    assert open_small(back.seat) == []
    small_circles.let_in(third.seat, open_small(third.seat)[0], [back.seat.pk])
    assert [one.pk for one in open_small(back.seat)] == [small.pk]


def test_a_group_that_closes_erases_them(ana):
    circle(ana)
    actions.close_group(ana.group)
    assert (SmallCircle.objects.count(), Circle.objects.count()) == (0, 0)


def test_a_choice_stands_for_its_circle_and_nothing_else_does(ana, bo):
    small = circle(ana)
    seat = ana.seat
    (_everyone, _name), (key, name) = circle_choices(seat)
    assert (chosen_circle(seat, key).circle.pk, name) == (small.circle_id, "Car share")
    assert chosen_circle(seat, "").circle.pk == ana.group.circle.pk
    assert [circle_name(seat, pk) for pk in circles_of(seat)] == ["", "Car share"]
    for wrong in (key, "nowhere"):
        with pytest.raises(Http404):
            chosen_circle(bo.seat, wrong)


def test_opening_them_is_one_query_and_asked_once(ana, bo, django_assert_num_queries):
    for number in range(5):
        circle(ana, bo, name=f"Circle {number}")
    seat = ana.seat
    with django_assert_num_queries(1):
        assert (len(circles_of(seat)), len(circle_choices(seat))) == (6, 6)


def test_what_a_thief_with_the_database_writes_there_opens_nothing_and_breaks_nothing(ana, bo):
    """A wrap that does not open, a circle somebody else made, a holder nobody inside let in."""
    small = circle(ana)
    wrap = CircleWrap.objects.get(circle=small.circle)
    forged = CircleWrap(circle=small.circle, epoch=1, holder=bo.seat.holder, wrap=wrap.wrap, proof=wrap.proof)
    forged.save(force_insert=True)
    assert open_small(bo.seat) == []
    assert small_circles.seats_in(open_small(ana.seat)[0]) == {ana.seat.pk}
    thief = new_circle(*new_holder())
    admit(thief, bo.seat.holder)
    name_item = ana.seat.keys.seal(SMALL_CIRCLE, {"name": "moved"})
    SmallCircle.objects.create(group=ana.group, circle=thief.circle, name_item=name_item)
    assert open_small(bo.seat) == []
    small_circles.let_in(ana.seat, open_small(ana.seat)[0], [bo.seat.pk])
    assert [one.name for one in open_small(bo.seat)] == ["Car share"]


_numbers = itertools.count()


class CircleLife(RuleBasedStateMachine):
    """A group whose members come and go, and its small circles. The model: who is inside which, and what was written.

    Whoever is inside and has a seat reads all of it; nobody else reads any; after the change of keys nobody's old key
    opens what is new.
    """

    def __init__(self):
        super().__init__()
        self.around = transaction.atomic()
        self.around.__enter__()
        self.members: list[Member] = []
        self.inside: dict[int, list[Member]] = {}  # by the small circle's id
        self.written: dict[int, list] = {}

    def teardown(self):
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)

    def somebody(self):
        name = f"circle person {next(_numbers)}"
        return Member(name=name, keyring=sign_up(name=name, passphrase=PASSPHRASE), client=None)

    def pick(self, chance):
        return self.members[chance % len(self.members)]

    def pick_circle(self, chance):
        pk = sorted(self.inside)[chance % len(self.inside)]
        return pk, self.inside[pk][chance % len(self.inside[pk])]

    def opened(self, member, pk):
        return next(small for small in open_small(member.seat) if small.pk == pk)

    @initialize()
    def found(self):
        founder = self.somebody()
        public = {"name": "Docks", "area": "Harbour", "languages": "en", "kind": "local", "about": "We meet."}
        founder.group = actions.found_group(founder.keyring, called="a", today=TODAY, **public).group
        self.group = founder.group.pk
        self.members.append(founder)
        for _number in range(3):
            self.members.append(join(self.somebody(), founder))

    @precondition(lambda self: len(self.members) < 6)
    @rule(chance=st.integers(0, 99))
    def come(self, chance):
        self.members.append(join(self.somebody(), self.pick(chance)))

    @rule(chance=st.integers(0, 99), others=st.sets(st.integers(0, 5)))
    def make(self, chance, others):
        first = self.pick(chance)
        rest = [other for number, other in enumerate(self.members) if number in others and other is not first]
        small = small_circles.make_circle(first.seat, name="c", seats=[other.seat.pk for other in rest])
        self.inside[small.pk] = [first, *rest]
        self.written[small.pk] = []

    @precondition(lambda self: self.inside)
    @rule(chance=st.integers(0, 99))
    def write(self, chance):
        pk, member = self.pick_circle(chance)
        self.written[pk].append(self.opened(member, pk).keys.seal(SMALL_CIRCLE, {"name": "text"}).pk)

    @precondition(lambda self: self.inside)
    @rule(chance=st.integers(0, 99), other=st.integers(0, 99))
    def admit(self, chance, other):
        pk, member = self.pick_circle(chance)
        new = self.pick(other)
        small_circles.let_in(member.seat, self.opened(member, pk), [new.seat.pk])
        if new not in self.inside[pk]:
            self.inside[pk].append(new)

    @precondition(lambda self: self.inside)
    @rule(chance=st.integers(0, 99))
    def leave_one(self, chance):
        pk, member = self.pick_circle(chance)
        small_circles.leave_circle(member.seat, self.opened(member, pk), erase=True)
        self.gone_from(pk, member)

    def gone_from(self, pk, member):
        if member in self.inside[pk]:
            self.inside[pk].remove(member)
        if not self.inside[pk]:
            del self.inside[pk], self.written[pk]

    def gone(self, member):
        for pk in list(self.inside):
            self.gone_from(pk, member)

    @precondition(lambda self: len(self.members) > 1)
    @rule(chance=st.integers(0, 99))
    def part(self, chance):
        member = self.pick(chance)
        actions.part(member.seat, today=TODAY)
        self.members.remove(member)
        self.gone(member)

    @precondition(lambda self: len(self.members) > 2)
    @rule(chance=st.integers(0, 99))
    def remove(self, chance):
        target, first, second = (self.pick(chance + step) for step in range(3))
        remove(target, by=first, confirmed_by=second)
        self.members.remove(target)
        self.gone(target)

    @precondition(lambda self: len(self.members) > 1)
    @rule(chance=st.integers(0, 99))
    def come_back(self, chance):
        lost, host = self.pick(chance), self.pick(chance + 1)
        now = invitations.timezone.now()
        made = invitations.make_invitation(host.seat, spoken=SPOKEN, now=now, back_to=lost.seat)
        back = self.somebody()
        opened = invitations.open_invitation(made.pk, spoken=SPOKEN, now=now)
        back.group = invitations.accept_invitation(opened, back.keyring, called="back").group
        self.members[self.members.index(lost)] = back
        self.gone(lost)

    @rule(chance=st.integers(0, 99))
    def rotate(self, chance):
        removals.go_on(self.pick(chance).seat)

    @invariant()
    def those_inside_read_everything_and_nobody_else_anything(self):
        for somebody in self.members:
            small = {one.pk: one for one in open_small(somebody.seat)}
            assert small.keys() == {pk for pk, inside in self.inside.items() if somebody in inside}
            for pk, one in small.items():
                items = one.circle.items.filter(pk__in=self.written[pk])
                assert [one.keys.read(item)["name"] for item in items] == ["text"] * len(self.written[pk])

    @invariant()
    def no_wrap_and_no_circle_is_left_over(self):
        assert set(SmallCircle.objects.filter(group=self.group).values_list("pk", flat=True)) == self.inside.keys()
        for pk, inside in self.inside.items():
            wraps = CircleWrap.objects.filter(circle__small_circle=pk)
            holders = {open_seat(who.keyring, Group.objects.get(pk=self.group)).holder_id for who in inside}
            assert set(wraps.values_list("holder_id", flat=True)) == holders

    @invariant()
    def one_newest_key_each(self):
        for small in SmallCircle.objects.filter(group=self.group).select_related("circle"):
            assert CircleKey.objects.filter(circle=small.circle, epoch=small.circle.epoch).count() == 1


@pytest.mark.long
def test_only_those_inside_read_it_however_people_come_and_go(db):
    run = settings(
        max_examples=8, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck), database=None
    )
    run_state_machine_as_test(CircleLife, settings=run)
