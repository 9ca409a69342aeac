"""proposals:proposal-close, counted once and written into the register."""

from datetime import timedelta

import pytest

from rooted.assembly.models import Assembly
from rooted.assembly.tests import make as meetings
from rooted.ballots import actions as ballots
from rooted.ballots.methods import Rules
from rooted.ballots.models import Question
from rooted.proposals import voting
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.register.models import Entry
from rooted.register.reading import entry_rows
from rooted.rules.tests.make import bound
from rooted.tasks.models import Task

FIGURES = {"yes": 30, "no": 5, "abstain": 1}
NOTHING = "Nothing is decided: too few took part."


def closable(member, made, days):
    return voting.may_close(make.fresh(made), seat=member.seat, now=make.in_days(days))


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
    make.counted(made, ana, Early=FIGURES)
    assert [closable(ana, made, days) for days in (0, 1, 6, 7)] == [False, False, False, True]
    voting.close_vote(made, seat=bo.seat, now=make.in_days(7))
    assert make.fresh(made).state == "carried"


def test_the_days_of_hands_without_a_last_day_are_those_of_our_own_rules(ana, bo):
    bound(ana, days_open=3)
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    make.counted(made, ana, Early=FIGURES)
    assert [closable(ana, made, days) for days in (2, 3)] == [False, True]


def test_where_no_sitting_counted_nothing_is_decided(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"), tasks=("Tell the late shift",))
    assert [closable(ana, made, days) for days in (1, 6, 7)] == [False, False, True]
    Question.objects.update(opened_on=make.in_days(-7).date())
    assert NOTHING in make.page(ana, "proposal-close", made.pk)
    make.post(ana, "proposal-close", made.pk)
    assert (make.fresh(made).state, Task.objects.count()) == ("inquorate", 0)
    assert entry_rows(bo.seat)[0].decision.tally == (NOTHING,)
    assert NOTHING in make.page(bo, "proposal-result", made.pk)


def test_hands_of_an_assembly_are_closed_once_it_has_ended(ana, bo):
    held = meetings.assembly(ana)
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    Proposal.objects.filter(pk=made.pk).update(assembly=held)
    make.counted(made, ana, Early=FIGURES)
    assert not closable(ana, made, 9)
    Assembly.objects.update(ended_on=make.today())
    assert closable(ana, made, 0)


def test_of_an_assembly_that_ended_and_counted_nothing_yet_there_is_time_to_type_the_figures(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Late"))
    Proposal.objects.filter(pk=made.pk).update(assembly=meetings.assembly(ana))
    Question.objects.update(opened_on=make.in_days(-20).date())
    Assembly.objects.update(ended_on=make.today())
    assert [closable(ana, made, days) for days in (0, 6, 7)] == [False, False, True]


def test_hands_asked_again_after_the_end_are_not_closed_with_nothing_counted(ana, bo):
    made = make.of_ended_assembly(ana, bo)
    assert "Close the vote" not in make.page(ana, "proposal-detail", made.pk)
    assert "The vote is still running" in make.post(ana, "proposal-close", made.pk).content.decode()
    make.counted(made, ana, Early=FIGURES)
    assert [closable(ana, made, days) for days in (0, 6, 7)] == [False, False, True]


def test_nor_when_what_was_asked_before_has_burnt(ana, bo):
    made = make.of_ended_assembly(ana, bo)
    voting.erase_proposal(made.after_id)
    make.counted(made, ana, Early=FIGURES)
    assert (make.fresh(made).after_id, closable(ana, made, 0)) == (None, False)
