"""The rota through any order of deeds, held against a simple model of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from rooted.groups.actions import empty_seat
from rooted.groups.tests.make import member
from rooted.tasks import rota
from rooted.tasks.models import Duty, Slot

MEMBERS = st.sampled_from(["ana", "bo", "eva"])
OFFSETS = st.integers(0, 13)
PATTERNS = st.tuples(st.sets(st.integers(0, 6), min_size=1, max_size=7), st.integers(1, 3))


class Rota(RuleBasedStateMachine):
    """`days`: {day: [who has it or None, whether they cannot]}; the model knows the calendar by counting days."""

    cast: dict

    def __init__(self):
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.seats = {name: member.seat for name, member in self.cast.items()}
        self.here = set(self.seats)
        self.first = self.today = timezone.localdate()
        self.pattern = ({0, 1, 2, 3, 4, 5, 6}, 1)
        self.days = {}
        how = {"kind": "phone", "name": "", "hour": "", "starts_on": self.first}
        self.how = how
        self.duty = rota.add_duty(self.seats["ana"], **how, weekdays=list(range(7)), every_weeks=1, today=self.today)
        self.expect()

    def fits(self, day):
        """Independent of rota.falls_on: weeks are counted from the Monday before the first day."""
        weekdays, every = self.pattern
        week = (day.toordinal() - 1) // 7 - (self.first.toordinal() - 1) // 7  # ordinal 1 is a Monday
        return day >= self.first and (day.toordinal() - 1) % 7 in weekdays and week % every == 0

    def expect(self):
        for number in range(56):
            day = self.today + timedelta(days=number)
            if self.fits(day):
                self.days.setdefault(day, [None, False])

    def slot(self, offset):
        return Slot.objects.filter(duty=self.duty, day=self.today + timedelta(days=offset)).first()

    def tried(self, deed, *, may):
        try:
            deed()
        except ValidationError:
            assert not may
        else:
            assert may
        return may

    @rule(who=MEMBERS, offset=OFFSETS)
    def take(self, who, offset):
        slot = self.slot(offset)
        if slot is None:
            assert self.today + timedelta(days=offset) not in self.days
            return
        holder, cannot = self.days[slot.day]
        may = who in self.here and (holder in (None, who) or cannot)
        if self.tried(lambda: rota.take_slot(slot, seat=self.seats[who], today=self.today), may=may):
            self.days[slot.day] = [who, False]

    @rule(who=MEMBERS, offset=OFFSETS)
    def offer(self, who, offset):
        slot = self.slot(offset)
        if slot is None:
            return
        may = self.days[slot.day][0] == who
        if self.tried(lambda: rota.offer_slot(slot, seat=self.seats[who], today=self.today), may=may):
            self.days[slot.day] = [who, True]

    @rule(one=MEMBERS, other=MEMBERS, offset=OFFSETS)
    def swap(self, one, other, offset):
        """Both in one go, as two people do it on two phones."""
        self.offer(one, offset)
        self.take(other, offset)

    @rule(who=MEMBERS)
    def take_all(self, who):
        deed = lambda: rota.take_duty(self.duty, seat=self.seats[who], today=self.today)  # noqa: E731
        if self.tried(deed, may=who in self.here):
            for day, (holder, _cannot) in self.days.items():
                if holder is None and day >= self.today:
                    self.days[day] = [who, False]

    @precondition(lambda self: "bo" in self.here)
    @rule(who=st.sampled_from(["bo", "eva"]))
    def leave(self, who):
        if who not in self.here:
            return
        empty_seat(self.seats[who], self.seats["ana"].keys, today=self.today)
        self.here.discard(who)
        self.days = {day: [None, False] if state[0] == who else state for day, state in self.days.items()}

    @rule(days=st.integers(0, 30))
    def time_goes_by_and_the_job_comes(self, days):
        self.today += timedelta(days=days)
        for _ in range(2):
            rota.make_all_slots(self.today)
        rota.erase_old_slots(self.today)
        self.expect()
        oldest = self.today - timedelta(days=60)
        self.days = {day: state for day, state in self.days.items() if day > oldest}

    @rule(pattern=PATTERNS)
    def other_days(self, pattern):
        self.pattern = pattern
        weekdays, every = pattern
        rota.edit_duty(
            self.duty, seat=self.seats["ana"], **self.how, weekdays=list(weekdays), every_weeks=every, today=self.today
        )
        self.days = {day: state for day, state in self.days.items() if day < self.today or self.fits(day)}
        self.expect()

    @invariant()
    def the_rota_is_as_the_model_says(self):
        names = {seat.pk: name for name, seat in self.seats.items()}
        rows = Slot.objects.filter(duty=self.duty).values_list("day", "held_by", "offered_on")
        found = [(day, [names.get(held), offered is not None]) for day, held, offered in rows]
        assert sorted(found) == sorted(self.days.items())
        assert Duty.objects.filter(pk=self.duty.pk).exists()

    def teardown(self):
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


@pytest.mark.parametrize("examples", [8, pytest.param(60, marks=pytest.mark.long)])
def test_any_order_of_deeds_agrees_with_the_model(ana, bo, eva, examples):
    machine = type("Cast", (Rota,), {"cast": {"ana": ana, "bo": bo, "eva": eva}})
    checks = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
    with_settings = settings(max_examples=examples, stateful_step_count=25, deadline=None, suppress_health_check=checks)
    run_state_machine_as_test(machine, settings=with_settings)


@pytest.fixture
def eva(ana):
    return member(ana, "eva")
