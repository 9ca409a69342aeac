"""proposals:proposal-open, the text and who may vote are frozen."""

import pytest

from rooted.assembly.tests import make as meetings
from rooted.ballots.reading import asked_of, closes_at, sittings
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.rules.tests.make import bound

DAY = make.in_days(5).date().isoformat()


def test_members_vote_until_a_moment_of_their_own_clock(ana, bo):
    made = make.seconded(ana, bo)
    make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, closes_clock="18:30", quorum="2", seen=1)
    made = make.fresh(made)
    until = closes_at(made.question, ana.seat)
    assert (made.state, made.question.electors.count(), f"{until:%Y-%m-%d %H:%M}") == ("open", 2, f"{DAY} 18:30")
    assert asked_of(made.question, ana.seat).rules.quorum == 2


def test_hands_are_raised_in_sittings_and_nobody_is_registered(ana, bo):
    made = make.seconded(ana, bo)
    make.post(ana, "proposal-open", made.pk, mode="hands", sittings="Early\nLate", seen=1, pledges="200")
    made = make.fresh(made)
    assert [one.name for one in sittings(made.question, ana.seat)] == ["Early", "Late"]
    assert (made.question.electors.count(), asked_of(made.question, ana.seat).rules.pledges) == (0, 200)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"mode": "hands"}, "Name at least one sitting."),
        ({"mode": "members"}, "Say until when members can vote."),
        ({"mode": "members", "closes_on": "2001-01-01"}, "Choose a moment that is still to come"),
        ({"mode": "hands", "sittings": "x" * 81}, "One line is too long."),
    ],
)
def test_what_cannot_be_is_refused_and_stays(ana, bo, typed, said):
    made = make.seconded(ana, bo)
    page = make.post(ana, "proposal-open", made.pk, **typed, quorum="17", seen=1).content.decode()
    assert said in page
    assert 'value="17"' in page
    assert make.fresh(made).state == "seconded"


@pytest.mark.parametrize(("method", "offered"), [("ranked-one", True), ("score", True), ("lots", False)])
def test_a_group_of_hands_elects_on_slips_of_paper(ana, bo, method, offered):
    bound(ana, mode="hands")
    made = make.seconded(ana, bo, method=method, options=("Monday", "Friday"))
    assert ('value="hands"' in make.page(ana, "proposal-open", made.pk)) is offered


def test_a_draft_is_seconded_first(ana):
    made = make.proposal(ana)
    page = make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, seen=1).content.decode()
    assert "Another member has to second it before the vote opens." in page


def test_words_that_changed_meanwhile_are_read_first(ana, bo):
    made = make.seconded(ana, bo)
    make.post(ana, "amendment-answer", make.amendment(bo, made).pk, answer="accepted", seen=1)
    page = make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, seen=1).content.decode()
    assert "Somebody changed these words just now." in page
    assert make.fresh(made).state == "seconded"


def test_it_is_opened_once(ana, bo):
    made = make.opened(ana, bo)
    make.post(bo, "proposal-open", made.pk, mode="members", closes_on=DAY, seen=1)
    assert make.fresh(made).question == made.question


def test_our_rules_may_leave_it_to_the_two_who_stand_behind_it(ana, bo):
    gul = make.third(ana)
    make.carried_rules(ana, bo, gul, calls="proposers")
    made = make.seconded(ana, bo)
    page = make.post(gul, "proposal-open", made.pk, mode="members", closes_on=DAY, seen=1).content.decode()
    assert "only the two who proposed and seconded this open the vote" in page
    make.post(bo, "proposal-open", made.pk, mode="members", closes_on=DAY, quorum="2", seen=1)
    assert make.fresh(made).state == "open"


def test_what_we_decided_ourselves_holds_for_how_many_must_take_part(ana, bo):
    make.carried_rules(ana, bo, quorum=2)
    made = make.seconded(ana, bo)
    page = make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, quorum="1", seen=1).content.decode()
    assert "By our rules at least 2 must take part." in page
    make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, quorum="2", seen=1)
    assert make.fresh(made).state == "open"


def test_a_share_of_ones_own_is_two_numbers(ana, bo):
    made = make.seconded(ana, bo, method="share")
    page = make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, share="1/3", seen=1).content.decode()
    assert "The share is at least one half and at most the whole." in page
    make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, share="3/5", seen=1)
    assert asked_of(make.fresh(made).question, ana.seat).rules.share == (3, 5)


def test_hands_without_an_assembly_are_suggested_the_days_of_our_rules(ana, bo):
    bound(ana, mode="hands", days_open=4)
    page = make.page(ana, "proposal-open", make.seconded(ana, bo).pk)
    assert [f'value="{one}"' in page for one in (f"{make.in_days(4):%Y-%m-%d}", "20:00")] == [True, True]


def test_hands_of_an_assembly_end_the_day_after_its_last_sitting(ana, bo):
    held = meetings.assembly(ana, days=5)
    meetings.sitting(ana, held, day=meetings.in_days(8))
    made = make.seconded(ana, bo)
    Proposal.objects.filter(pk=made.pk).update(assembly=held)
    page = make.page(ana, "proposal-open", made.pk)
    assert f'value="{meetings.in_days(9):%Y-%m-%d}"' in page
