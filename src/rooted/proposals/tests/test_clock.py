"""When clocks change: an hour that is not, an hour that comes twice, days of renewal, days of burning."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from rooted.ballots import actions as ballots
from rooted.ballots.reading import closes_at
from rooted.ballots.tests.make import question
from rooted.proposals import jobs
from rooted.proposals.asking import next_until
from rooted.proposals.clock import days_later, moment
from rooted.proposals.holding import Opening, _too_short
from rooted.proposals.models import Proposal
from rooted.proposals.opening_forms import ClosesForm
from rooted.proposals.tests import make
from rooted.rules.tests.make import OPEN

BERLIN = ZoneInfo("Europe/Berlin")
SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)
ZONES = ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu", "UTC"]


@pytest.fixture(autouse=True)
def in_berlin():
    with timezone.override(BERLIN):
        yield


def utc(*parts) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "clock", "at"),
    [
        (SPRING, time(2, 30), utc(2027, 3, 28, 1, 30)),  # leapt over: 3:30
        (SPRING, time(3, 0), utc(2027, 3, 28, 1, 0)),
        (SPRING, time(20, 0), utc(2027, 3, 28, 18, 0)),
        (AUTUMN, time(2, 30), utc(2027, 10, 31, 1, 30)),  # its second coming
        (AUTUMN, time(1, 59), utc(2027, 10, 30, 23, 59)),
        (AUTUMN, time(20, 0), utc(2027, 10, 31, 19, 0)),
    ],
)
def test_a_clock_on_the_day_of_a_change_is_one_moment(day, clock, at):
    assert moment(day, clock) == at


def test_the_form_of_an_opening_reads_clocks_like_this():
    form = ClosesForm({"closes_on": "2027-03-28", "closes_clock": "02:30"})
    form.full_clean()
    assert (form.errors, form.closes_at()) == ({}, utc(2027, 3, 28, 1, 30))


DAYS = st.dates(date(2020, 1, 1), date(2037, 12, 31))
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0, fold=0))


@given(st.sampled_from(ZONES), DAYS, CLOCKS)
def test_a_clock_is_never_earlier_than_anybody_reads_it_and_shows_itself_if_it_can(zone, day, clock):
    with timezone.override(ZoneInfo(zone)):
        found = moment(day, clock)
        readings = [datetime.combine(day, clock.replace(fold=fold), tzinfo=ZoneInfo(zone)) for fold in (0, 1)]
        there = [one for one in readings if one.astimezone(UTC).astimezone(ZoneInfo(zone)).time() == clock]
        assert all(found.astimezone(UTC) >= one.astimezone(UTC) for one in readings)
        assert not there or timezone.localtime(found).time() == clock


@given(st.sampled_from(ZONES), DAYS, CLOCKS.filter(lambda clock: clock.hour > 4), st.integers(0, 400))
def test_so_many_days_later_the_clock_shows_the_same(zone, day, clock, days):
    with timezone.override(ZoneInfo(zone)):
        later = timezone.localtime(days_later(moment(day, clock), days))
        assert (later.date(), later.time()) == (day + timedelta(days=days), clock)


@given(st.sampled_from(ZONES), DAYS, CLOCKS, CLOCKS, st.integers(0, 9), st.integers(1, 9))
def test_days_a_vote_is_open_are_days_of_the_calendar_also_over_a_change(zone, day, opened, closed, days, least):
    rules = OPEN.__class__(**(OPEN.sealed | {"days_open": least, "methods": ()}))
    with timezone.override(ZoneInfo(zone)):
        now, until = moment(day, opened), moment(day + timedelta(days=days), closed)
        passed = (timezone.localdate(until) - timezone.localdate(now)).days
        assert _too_short(rules, Opening("members", closes_at=until), now) == (passed < least)


def test_a_vote_over_a_change_is_open_until_its_clock_and_no_longer(ana, bo):
    made = question(ana, closes_at=moment(AUTUMN, time(2, 30)))
    before, after = utc(2027, 10, 31, 1, 29), utc(2027, 10, 31, 1, 30)  # 2:29 for the second time
    ballots.cast_vote(made, seat=ana.seat, choice="yes", now=before)
    with pytest.raises(ValidationError, match="The time to vote is over"):
        ballots.cast_vote(made, seat=bo.seat, choice="yes", now=after)
    assert made.closes_on == AUTUMN


def test_what_is_renewed_closes_at_the_same_clock_on_either_side_of_a_change(ana, bo):
    made = make.decided(ana, bo, closes_at=moment(date(2027, 10, 30), time(20, 0)), renewed="day")
    assert closes_at(made.question, ana.seat) == utc(2027, 10, 30, 18, 0)
    assert next_until(made, seat=ana.seat, now=utc(2027, 10, 30, 18, 30)) == utc(2027, 10, 31, 19, 0)


@pytest.mark.parametrize(
    ("now", "left"),
    [(utc(2027, 10, 31, 10, 59), 1), (utc(2027, 10, 31, 11, 0), 0)],  # midnight in Samoa, where the day comes last
)
def test_what_burns_burns_once_its_day_has_begun_everywhere(ana, now, left):
    made = make.proposal(ana)
    Proposal.objects.filter(pk=made.pk).update(burns_on=AUTUMN)
    jobs.burn_proposals(now)
    assert Proposal.objects.count() == left
