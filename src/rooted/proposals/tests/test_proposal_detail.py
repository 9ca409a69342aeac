"""proposals:proposal-detail, one proposal with all that was said about it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rooted.ballots.methods import Rules
from rooted.ballots.tests.make import count_both
from rooted.proposals.tests import make


def test_it_shows_each_paragraph_with_what_was_said_about_it(ana, bo):
    made = make.proposal(ana)
    first, second = make.TEXT.split("\n\n")
    make.remark(bo, made, "Which weekends?", about=first)
    page = make.page(ana, "proposal-detail", made.pk)
    assert page.index(first) < page.index("Which weekends?") < page.index(second)


def test_what_was_said_about_words_that_are_gone_stays(ana, bo):
    made = make.proposal(ana)
    make.remark(bo, made, "Which weekends?", about=make.TEXT.split("\n\n")[0])
    make.post(ana, "proposal-edit", made.pk, **make.typed(text="Other words."), seen=1)
    page = make.page(ana, "proposal-detail", made.pk)
    assert "About words that stand here no longer" in page
    assert "Which weekends?" in page


def test_the_other_of_two_is_asked_whether_they_agree(ana, bo):
    made = make.proposal(ana, method="together")
    assert "I agree" in make.page(bo, "proposal-detail", made.pk)
    assert "I agree" not in make.page(ana, "proposal-detail", made.pk)


def test_a_frozen_text_says_so(ana, bo):
    made = make.opened(ana, bo)
    page = make.page(bo, "proposal-detail", made.pk)
    assert "Nobody can change it any more." in page
    assert "It is never a statutory ballot." in page
    assert make.at("proposal-edit", bo, made.pk) not in page


def test_not_yet_voted_is_a_count(ana, bo):
    made = make.opened(ana, bo)
    make.vote(made, one=(ana, "yes"))
    assert "Of 2, 1 has not voted yet." in make.page(bo, "proposal-detail", made.pk)


def test_an_objection_stands_there_with_its_reason(ana, bo):
    made = make.opened(ana, bo, method="consent")
    make.vote(made, one=(bo, "object", "Nights lose a quarter."))
    page = make.page(ana, "proposal-detail", made.pk)
    assert "Bo objects:" in page
    assert "Nights lose a quarter." in page


@pytest.mark.parametrize(("closed", "shown"), [(False, ["41"]), (True, [])])
def test_figures_of_earlier_sittings_stand_there_unless_they_stay_closed(ana, bo, closed, shown):
    """The smaller of two stays away in any case: the total could give a small sitting away that comes last."""
    names = ("Night", "Early", "Late")
    made = make.opened(ana, bo, mode="hands", sittings=names, rules=Rules(closed_until_last=closed))
    for place, yes in enumerate((41, 17)):
        count_both(ana, made.question, place, {"yes": yes, "no": 0, "abstain": 0}, 60 - place)
    page = make.page(ana, "proposal-detail", made.pk)
    assert re.findall(r'<td class="number">(41|17)</td>', page) == shown


def statements(member, made) -> int:
    make.page(member, "proposal-detail", made.pk)
    with CaptureQueriesContext(connection) as seen:
        make.page(member, "proposal-detail", made.pk)
    return len(seen)


def test_three_and_fifty_remarks_cost_the_same(ana, bo):
    made = make.proposal(ana)
    for _ in range(3):
        make.remark(bo, made)
    assert statements(ana, made) == 9
    for _ in range(47):
        make.remark(bo, made)
    assert statements(ana, made) == 9


def test_sittings_whose_tellers_differ_are_named_until_they_have_counted(ana, bo):
    made = make.opened(ana, bo, mode="hands", sittings=("Early", "Night shift"))
    make.differ(made, ana, place=1)
    said = "The tellers of Night shift counted differently: they count again."
    assert said in make.page(bo, "proposal-detail", made.pk)
    make.counted(made, ana, **{"Night shift": {"yes": 30, "no": 5, "abstain": 1}})
    assert said not in make.page(bo, "proposal-detail", made.pk)


def test_once_its_time_is_over_a_vote_is_not_called_open(ana, bo):
    made = make.opened(ana, bo, closes_at=make.now() + timedelta(milliseconds=1))
    page = make.page(bo, "proposal-detail", made.pk)
    assert (page.count("The time to vote is over."), "The vote is open" in page, "Open until" in page) == (
        1,
        False,
        False,
    )
