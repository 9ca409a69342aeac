"""proposals:proposal-close, counted once and written into the register."""

from datetime import timedelta

import pytest

from rooted.assembly.models import Assembly
from rooted.assembly.tests import make as meetings
from rooted.ballots import actions as ballots
from rooted.ballots.methods import Rules
from rooted.proposals import voting
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.register.models import Entry
from rooted.tasks.models import Task


def test_it_is_counted_registered_and_its_tasks_go_to_the_list(ana, bo):
    made = make.opened(ana, bo, tasks=("Tell the late shift",))
    make.vote(made, one=(ana, "yes"), two=(bo, "abstain"))
    answer = make.post(ana, "proposal-close", made.pk)
    made = make.fresh(made)
    assert answer.url == make.at("proposal-result", ana, made.pk)
    assert (made.state, made.decided_on, made.entry.result) == ("carried", make.today(), "carried")
    assert Task.objects.count() == 1


@pytest.mark.parametrize(
    ("method", "votes", "state"),
    [
        ("majority", ("yes", "no"), "not carried"),
        ("consent", ("agree", "aside"), "carried"),
        ("consent", ("agree", "object"), "blocked"),
        ("consensus", ("agree", "block"), "blocked"),
        ("together", ("agree", "talk"), "not carried"),
    ],
)
def test_each_end_has_its_word(ana, bo, method, votes, state):
    made = make.opened(ana, bo, method=method)
    make.vote(made, one=(ana, votes[0]), two=(bo, votes[1], "Because."))
    make.post(bo, "proposal-close", made.pk)
    assert (make.fresh(made).state, Entry.objects.get().result) == (state, state)


def test_too_few_decide_nothing(ana, bo):
    made = make.opened(ana, bo, rules=Rules(quorum=3))
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    make.post(ana, "proposal-close", made.pk)
    assert (make.fresh(made).state, Task.objects.count()) == ("inquorate", 0)


def test_nobody_closes_while_others_can_still_vote(ana, bo):
    made = make.opened(ana, bo, closes_at=make.in_days(2))
    make.vote(made, one=(ana, "yes"))
    page = make.post(ana, "proposal-close", made.pk).content.decode()
    assert "The vote is still running" in page
    assert make.fresh(made).state == "open"


def test_once_its_time_is_over_anyone_closes(ana, bo):
    made = make.opened(ana, bo, closes_at=make.in_days(2))
    make.vote(made, one=(ana, "yes"))
    voting.close_vote(made, seat=bo.seat, now=make.in_days(2))
    assert make.fresh(made).state == "carried"


def test_a_second_close_changes_nothing(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    for member in (ana, bo):
        make.post(member, "proposal-close", made.pk)
    assert Entry.objects.count() == 1


def test_what_is_to_be_erased_has_its_day(ana, bo):
    made = make.decided(ana, bo, burn_days=7)
    day = make.today() + timedelta(days=7)
    assert (made.burns_on, made.entry.burns_on) == (day, day)


def test_a_drawing_of_lots_is_closed_on_its_own_page(ana, bo):
    made = make.lots(ana, bo)
    assert make.post(ana, "proposal-close", made.pk).url == make.at("proposal-draw", ana, made.pk)
    assert make.fresh(made).state == "open"


def test_what_one_member_entered_for_all_others_closes_nothing(ana, bo):
    made, gul = make.opened_by_three(ana, bo, closes_at=make.in_days(2))
    make.vote(made, one=(ana, "yes"))
    rows = [make.entered(ana, made, whose) for whose in (bo, gul)]
    assert "The vote is still running" in make.post(ana, "proposal-close", made.pk).content.decode()
    assert "Of 3, 2 have not voted yet." in make.page(ana, "proposal-detail", made.pk)
    for row, other in zip(rows, (gul, bo), strict=True):
        ballots.confirm_vote(made.question, seat=other.seat, elector=row, seen="yes", now=make.now())
    make.post(ana, "proposal-close", made.pk)
    assert make.fresh(made).state == "carried"


def test_a_sitting_that_never_counts_holds_up_no_vote_without_a_last_day(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    assert not voting.may_close(made, seat=ana.seat, now=make.in_days(1))
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    assert not voting.may_close(made, seat=ana.seat, now=make.now())
    voting.close_vote(made, seat=bo.seat, now=make.in_days(1))
    assert make.fresh(made).state == "carried"


def test_hands_of_an_assembly_are_closed_once_it_has_ended(ana, bo):
    held = meetings.assembly(ana)
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    Proposal.objects.filter(pk=made.pk).update(assembly=held)
    made = make.fresh(made)
    make.counted(made, ana, Early={"yes": 30, "no": 5, "abstain": 1})
    assert not voting.may_close(made, seat=ana.seat, now=make.in_days(2))
    Assembly.objects.update(ended_on=make.today())
    assert voting.may_close(make.fresh(made), seat=ana.seat, now=make.now())
