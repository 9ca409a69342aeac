"""An assembly is erased or burns at the moment in which its vote is opened or closed: one waits for the other.

In one order, assembly then proposal, on the larger database; SQLite lets one write at a time.
"""

import pytest
from django.db import connection

from rooted.assembly.calling import erase_assembly
from rooted.assembly.models import Assembly
from rooted.assembly.running import write_down
from rooted.assembly.tests import make as meetings
from rooted.base.tests.at_once import at_once
from rooted.notes.actions import erase_note
from rooted.notes.models import Note
from rooted.proposals import proposing, voting
from rooted.proposals.models import LeftMinutes, Proposal
from rooted.proposals.tests import make

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="one writer at a time: nothing can wait for each other"),
]
ROUNDS = 2  # without the order each of them failed


def put_to(member, other, **how):
    """An assembly with minutes, and a seconded proposal that was put to it."""
    assembly = meetings.assembly(member)
    meetings.minutes(member, assembly.sittings.get())
    made = make.seconded(member, other, burn_days=7, **how)
    Proposal.objects.filter(pk=made.pk).update(assembly=assembly)
    return assembly, make.fresh(made)


def opened(member, made):
    voting.open_vote(made, seat=member.seat, opening=voting.Opening("members"), seen=made.version, now=make.now())
    return make.fresh(made)


def voted(member, other):
    assembly, made = put_to(member, other)
    made = opened(member, made)
    make.vote(made, one=(member, "yes"), two=(other, "yes"))
    return assembly, made


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_erased_while_its_vote_is_opened_the_minutes_burn_all_the_same(ana, bo, _round):
    assembly, made = put_to(ana, bo)
    assert at_once(lambda: opened(ana, made), lambda: erase_assembly(assembly)) == 2
    row = make.fresh(made)
    assert (row.state, row.assembly_id, Assembly.objects.exists()) == ("open", None, False)


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_erased_while_its_vote_is_closed_it_is_decided_once(ana, bo, _round):
    assembly, made = voted(ana, bo)
    close = lambda: voting.close_vote(made, seat=bo.seat, now=make.now())  # noqa: E731
    assert at_once(close, lambda: erase_assembly(assembly)) == 2
    assert (make.fresh(made).state, Assembly.objects.exists()) == ("carried", False)


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_burning_while_its_vote_is_closed_leaves_nothing(ana, bo, _round):
    assembly, made = voted(ana, bo)
    Assembly.objects.filter(pk=assembly.pk).update(ended_on=make.today())
    Proposal.objects.filter(pk=made.pk).update(burns_on=make.today())
    close = lambda: voting.close_vote(made, seat=bo.seat, now=make.now())  # noqa: E731
    at_once(close, lambda: voting.burn_due(make.today()))
    voting.burn_due(make.in_days(30))
    assert (Proposal.objects.exists(), Note.objects.exists()) == (False, False)


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_proposed_while_it_is_erased_there_is_one_sentence_or_both(ana, bo, _round):
    assembly = meetings.assembly(ana)
    propose = lambda: proposing.add_proposal(bo.seat, make.draft(), today=make.today(), assembly=assembly)  # noqa: E731
    done = at_once(propose, lambda: erase_assembly(assembly))
    assert (done, Proposal.objects.filter(assembly__isnull=False).count()) in {(2, 0), (1, 0)}


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_minutes_erased_while_their_assembly_is(ana, bo, _round):
    assembly, made = put_to(ana, bo)
    opened(ana, made)
    note = Note.objects.get()
    assert at_once(lambda: erase_note(note), lambda: erase_assembly(assembly)) == 2
    assert (Note.objects.exists(), Assembly.objects.exists(), LeftMinutes.objects.exists()) == (False, False, False)


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_minutes_erased_while_somebody_writes_on_in_them(ana, bo, _round):
    assembly, _made = put_to(ana, bo)
    note, sitting = Note.objects.get(), assembly.sittings.get()
    write = lambda: write_down(sitting, seat=bo.seat, text="Till noon.", now=make.now())  # noqa: E731
    assert at_once(write, lambda: erase_note(note)) == 2
    assert Note.objects.filter(pk=note.pk).exists() is False


@pytest.mark.parametrize("_round", range(ROUNDS))
def test_withdrawn_while_somebody_votes_no_vote_of_others_is_in_it(ana, bo, _round):
    made = make.opened(ana, bo)
    vote = lambda: make.vote(made, one=(bo, "yes"))  # noqa: E731
    withdraw = lambda: proposing.withdraw_proposal(made, seat=ana.seat, why="", today=make.today())  # noqa: E731
    assert at_once(vote, withdraw) == 1
    voted = made.question.electors.exclude(item=None).exists()
    assert (make.fresh(made).state, voted) in {("open", True), ("withdrawn", False)}
