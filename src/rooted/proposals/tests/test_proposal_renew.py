"""proposals:proposal-renew, one tap asks whether it goes on."""

from datetime import UTC, datetime, timedelta

import pytest

from rooted.ballots.reading import asked_of, closes_at, sittings
from rooted.proposals import asking, voting
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.register.models import Entry
from rooted.tasks.models import Task

EARLY, LATE = {"yes": 30, "no": 5, "abstain": 1}, {"yes": 20, "no": 6, "abstain": 0}


def carried(member, other, renewed="day", **how):
    """Decided by two sittings, renewed."""
    made = make.opened(member, other, mode="hands", sittings=("Early", "Late"), renewed=renewed, **how)
    return counted(member, made)


def counted(member, made, early=EARLY):
    make.counted(made, member, Early=early, Late=LATE)
    voting.close_vote(made, seat=member.seat, now=make.now())
    return make.fresh(made)


def newest(made):
    return Proposal.objects.get(after=made)


def test_one_tap_asks_the_same_sittings_the_same(ana, bo):
    made = carried(ana, bo)
    assert "Ask: does it go on?" in make.page(bo, "proposal-result", made.pk)
    make.post(bo, "proposal-renew", made.pk)
    new = newest(made)
    assert (new.state, [one.name for one in sittings(new.question, ana.seat)]) == ("open", ["Early", "Late"])
    assert asked_of(new.question, ana.seat) == asked_of(made.question, ana.seat)


def test_a_second_tap_asks_nothing_more(ana, bo):
    made = carried(ana, bo)
    for member in (ana, bo):
        make.post(member, "proposal-renew", made.pk)
    assert Proposal.objects.filter(after=made).count() == 1


def test_its_days_move_on_and_its_tasks_are_not_given_out_again(ana, bo):
    today = make.today()
    made = carried(ana, bo, tasks=("Carry it over",), in_force_from=today, in_force_until=today + timedelta(days=1))
    make.post(ana, "proposal-renew", made.pk)
    terms = make.content(ana, newest(made))["terms"]
    days = [(today + timedelta(days=number)).isoformat() for number in (1, 2)]
    assert ([terms["in_force_from"], terms["in_force_until"]], terms["tasks"]) == (days, [])
    counted(ana, newest(made))
    assert Task.objects.count() == 1


def test_by_the_shift_the_day_can_stay(ana, bo):
    made = carried(ana, bo, renewed="shift", in_force_from=make.today())
    make.post(ana, "proposal-renew", made.pk)
    assert make.content(ana, newest(made))["terms"]["in_force_from"] == make.today().isoformat()


def test_members_have_until_the_same_hour_of_the_next_day(ana, bo):
    made = make.opened(ana, bo, renewed="day", closes_at=make.in_days(0.25))
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    until = closes_at(made.question, ana.seat)
    found = [asking.next_until(make.fresh(made), seat=ana.seat, now=make.in_days(number)) for number in (0, 1, 3.3)]
    assert [(one - until).days for one in found] == [0, 1, 4]


def test_the_same_words_may_end_sooner_than_our_rules_say(ana, bo):
    made = make.opened(ana, bo, renewed="day", closes_at=make.in_days(1))
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    make.post(bo, "proposal-renew", made.pk)
    assert newest(made).question.closes_on == made.question.closes_on


def test_what_was_not_carried_or_is_not_renewed_is_not_asked_so(ana, bo):
    lost = make.decided(ana, bo, choice="no", renewed="day")
    other = make.decided(ana, bo)
    for made in (lost, other):
        make.post(ana, "proposal-renew", made.pk)
        assert "Ask: does it go on?" not in make.page(ana, "proposal-result", made.pk)
    assert Proposal.objects.exclude(after=None).count() == 0


def test_each_one_takes_the_place_of_the_one_before_in_the_register(ana, bo):
    made = carried(ana, bo)
    make.post(bo, "proposal-renew", made.pk)
    counted(ana, newest(made))
    assert [entry.supersedes_id for entry in Entry.objects.order_by("number")] == [None, made.entry_id]


def test_before_the_tap_the_page_says_what_will_happen(ana, bo):
    page = make.page(bo, "proposal-renew", carried(ana, bo).pk)
    assert "The same words go to the same sittings" in page


@pytest.mark.parametrize(("renewed", "hours"), [("day", 24), ("shift", 12)])
def test_hands_are_asked_until_the_next_time_it_is_due_though_one_sitting_never_counts(ana, bo, renewed, hours):
    made = carried(ana, bo, renewed)
    now = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)
    new = asking.renew(made, seat=ana.seat, now=now)
    make.counted(new, ana, Early=EARLY)
    ends = [now + timedelta(hours=hours, minutes=minutes) for minutes in (-1, 0)]
    assert [voting.may_close(make.fresh(new), seat=ana.seat, now=one) for one in ends] == [False, True]


def test_the_pages_say_until_when_hands_are_asked(ana, bo):
    made = carried(ana, bo)
    assert "The new vote is open until" in make.page(ana, "proposal-result", made.pk)
    make.post(bo, "proposal-renew", made.pk)
    assert "Open until" in make.page(ana, "proposal-detail", newest(made).pk)
