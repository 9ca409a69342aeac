"""Minutes of an assembly burn with what it decides, if that burns: from the opening on, unless it leaves them out."""

from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from rooted.assembly.calling import erase_assembly, erase_sitting
from rooted.assembly.models import FilledSheet, Sitting
from rooted.assembly.tests import make as meeting
from rooted.circles.models import SealedItem
from rooted.notes.models import Note
from rooted.proposals import proposing, voting
from rooted.proposals.jobs import burn_proposals
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.register.actions import burn_due, set_burning
from rooted.register.models import Entry

BOTH = {"mode": "members", "closes_on": f"{meeting.in_days(7)}", "closes_clock": "20:00", "seen": "1"}


def put_to_assembly(ana, bo, **how) -> Proposal:
    """Seconded, for an assembly whose sitting has minutes and a sheet that waits; another assembly has minutes too."""
    one, other = meeting.sitting(ana), meeting.sitting(ana)
    for sitting in (one, other):
        meeting.minutes(ana, sitting, "From Monday at six we stay outside.")
        meeting.minutes(bo, sitting, "Nobody goes back alone.")
    meeting.filled(ana, one, minutes="Everybody who was there wants it.")
    draft = make.draft(**{"burn_days": 7} | how)
    made = proposing.add_proposal(ana.seat, draft, today=make.today(), assembly=one.assembly)
    proposing.second_proposal(made, seat=bo.seat, seen=1, today=make.today())
    return make.fresh(made)


def decide(ana, bo, made) -> Proposal:
    make.vote(make.fresh(made), one=(ana, "yes"), two=(bo, "yes"))
    voting.close_vote(made, seat=ana.seat, now=make.now())
    return make.fresh(made)


def left() -> tuple[int, int, int]:
    """Notes, sealed versions of notes, sheets; the other assembly has one, two and none."""
    return (
        Note.objects.count(),
        SealedItem.objects.filter(kind__startswith="notes.").count(),
        FilledSheet.objects.count(),
    )


def days() -> set:
    return set(Note.objects.values_list("burns_on", flat=True))


def test_they_burn_in_the_transaction_in_which_the_decision_does(ana, bo):
    made = put_to_assembly(ana, bo)
    make.post(ana, "proposal-open", made.pk, **BOTH, minutes_burn="on")
    decide(ana, bo, made)
    assert days() == {None, meeting.in_days(7)}
    burn_due(meeting.in_days(6))
    assert left() == (2, 4, 1)
    burn_due(meeting.in_days(7))
    assert (left(), Entry.objects.get().burnt_on) == ((1, 2, 0), meeting.in_days(7))


def test_the_opening_says_so_and_may_leave_them_out(ana, bo):
    made = put_to_assembly(ana, bo)
    assert "Erase its assembly and the minutes of its sittings on the same day" in make.page(
        ana, "proposal-open", made.pk
    )
    assert "Its assembly is erased on the same day" in make.page(ana, "proposal-detail", made.pk)
    make.post(ana, "proposal-open", made.pk, **BOTH)
    assert "Its assembly is erased" not in make.page(ana, "proposal-detail", made.pk)
    decide(ana, bo, made)
    burn_due(meeting.in_days(7))
    assert (left(), days(), Entry.objects.get().burnt_on) == ((2, 4, 1), {None}, meeting.in_days(7))


@pytest.mark.parametrize("how", [{"burn_days": 0}, {}])
def test_nothing_is_asked_where_nothing_burns_or_no_assembly_is(ana, bo, how):
    made = put_to_assembly(ana, bo, **how) if how else make.seconded(ana, bo, burn_days=7)
    assert "minutes_burn" not in make.page(ana, "proposal-open", made.pk)


def test_with_a_vote_that_nobody_closed_they_burn_too(ana, bo):
    made = put_to_assembly(ana, bo)
    make.post(ana, "proposal-open", made.pk, **BOTH, minutes_burn="on")
    day = make.fresh(made).burns_on
    assert days() == {None, day}
    burn_proposals(timezone.make_aware(datetime.combine(day, time(12))))
    assert left() == (1, 2, 0)


def test_one_that_is_withdrawn_burns_them_on_its_own_day(ana, bo):
    made = put_to_assembly(ana, bo)
    make.post(ana, "proposal-open", made.pk, **BOTH, minutes_burn="on")
    make.post(ana, "proposal-withdraw", made.pk, why="They gave in.")
    assert days() == {None, meeting.in_days(7)}


def test_erased_before_the_close_a_call_leaves_its_minutes_to_burn_on_the_day_of_the_decision(ana, bo):
    made = put_to_assembly(ana, bo)
    make.post(ana, "proposal-open", made.pk, **BOTH, minutes_burn="on")
    erase_assembly(make.fresh(made).assembly)
    decide(ana, bo, made)
    assert (make.fresh(made).assembly, days()) == (None, {None, meeting.in_days(7)})
    burn_due(meeting.in_days(7))
    assert left() == (1, 2, 0)


def test_of_what_is_erased_after_the_decision_the_minutes_still_burn(ana, bo):
    made = put_to_assembly(ana, bo, burn_days=0)
    meeting.sitting(ana, made.assembly)
    make.post(ana, "proposal-open", made.pk, **BOTH)
    entry = decide(ana, bo, made).entry
    erase_sitting(Sitting.objects.filter(assembly=made.assembly, place=1).get())
    erase_assembly(made.assembly)
    set_burning(entry, day=meeting.in_days(3), today=make.today())
    assert days() == {None, meeting.in_days(3)}
    burn_due(meeting.in_days(3))
    assert left() == (1, 2, 0)


def test_one_that_is_to_burn_only_later_takes_them_along(ana, bo):
    made = put_to_assembly(ana, bo, burn_days=0)
    make.post(ana, "proposal-open", made.pk, **BOTH)
    entry = decide(ana, bo, made).entry
    set_burning(entry, day=meeting.in_days(3), today=make.today())
    assert days() == {None, meeting.in_days(3)}
    burn_due(meeting.in_days(3))
    assert left() == (1, 2, 0)


@pytest.mark.parametrize(("ticked", "notes"), [({"minutes_burn": "on"}, 1), ({}, 2)])
def test_what_is_asked_again_keeps_what_was_chosen(ana, bo, ticked, notes):
    made = put_to_assembly(ana, bo)
    make.post(ana, "proposal-open", made.pk, **BOTH, **ticked)
    decide(ana, bo, made)
    make.post(ana, "proposal-again", made.pk, **make.typed(text="Their offer.", burn_days="7"), **BOTH)
    again = Proposal.objects.get(after=made.pk)
    assert again.minutes_stay == (not ticked)
    decide(ana, bo, again)
    burn_due(meeting.in_days(7) + timedelta(days=1))
    assert Note.objects.count() == notes
