"""proposals:proposal-list, what is proposed and what was decided."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rooted.ballots.models import Question
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make


def test_what_is_proposed_and_what_ended_stand_apart(ana, bo):
    make.proposal(ana, "No weekend overtime")
    make.decided(ana, bo, title="Pay for the room")
    now, ended = make.page(ana, "proposal-list"), make.page(ana, "proposal-list", query="?show=ended")
    assert ("No weekend overtime" in now, "Pay for the room" in now) == (True, False)
    assert ("No weekend overtime" in ended, "Pay for the room" in ended) == (False, True)


def test_the_empty_list_says_what_comes_next(ana):
    assert "Write down what you want us to do" in make.page(ana, "proposal-list")
    assert "Nothing is decided yet." in make.page(ana, "proposal-list", query="?show=ended")


def test_who_has_seconded_is_said(ana, bo):
    made = make.proposal(ana)
    assert "Nobody has seconded it yet." in make.page(bo, "proposal-list")
    make.post(bo, "proposal-second", made.pk, seen=1)
    assert "Proposed by Ana, seconded by Bo." in make.page(bo, "proposal-list")


def test_a_vote_whose_last_day_has_passed_is_not_called_open(ana, bo):
    made, pages = make.opened(ana, bo, closes_at=make.in_days(1)), []
    for _day in range(2):
        pages.append(make.page(ana, "proposal-list"))
        Question.objects.filter(pk=made.question_id).update(closes_on=make.today() - timedelta(days=1))
    assert [("The vote is open" in page, "The time to vote is over." in page) for page in pages] == [
        (True, False), (False, True),
    ]  # fmt: skip


def statements(member) -> int:
    make.page(member, "proposal-list")
    with CaptureQueriesContext(
        connection,
    ) as seen:
        make.page(member, "proposal-list")
    return len(seen)


def test_three_and_fifty_cost_the_same(ana):
    for number in range(3):
        make.proposal(ana, f"Number {number}")
    assert statements(ana) == 6
    for number in range(47):
        make.proposal(ana, f"Number {number}")
    assert (statements(ana), Proposal.objects.count()) == (6, 50)


def test_another_group_sees_nothing_of_it(ana, cem):
    make.proposal(ana)
    assert cem.client.get(make.at("proposal-list", ana)).status_code == 404
