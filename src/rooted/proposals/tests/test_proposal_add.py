"""proposals:proposal-add, a new proposal, from nothing or from a text that is there."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from rooted.assembly.calling import erase_assembly
from rooted.assembly.tests import make as meetings
from rooted.proposals import proposing
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make

TYPED = {"title": "No weekend overtime", "text": make.TEXT, "method": "majority", "burn_days": "0"}


def test_it_is_a_draft_that_everyone_can_read(ana, bo):
    answer = make.post(ana, "proposal-add", **TYPED, tasks="Tell the late shift\nPrint 40")
    made = Proposal.objects.get()
    assert (answer.url, made.state) == (make.at("proposal-detail", ana, made.pk), "draft")
    assert "Print 40" in make.page(bo, "proposal-detail", made.pk)


def test_a_beginning_takes_a_way_to_decide_that_our_rules_use(ana, bo):
    make.carried_rules(ana, bo, methods=("majority", "consent"))
    page = make.page(ana, "proposal-add", query="?start=day")
    assert re.findall(r'name="method" value="([a-z-]+)"[^>]* checked', page) == ["majority"]


def way_stands_folded(page: str) -> bool:
    return page.index("Decide it in another way") < page.index('name="method"') < page.index("What follows if it")


def test_two_who_are_alone_see_other_ways_to_decide_only_if_they_want_to(ana, bo):
    assert way_stands_folded(make.page(ana, "proposal-add"))
    mistaken = make.post(ana, "proposal-add", **(TYPED | {"method": "together", "options": "A\nB"})).content.decode()
    pages = [mistaken, make.page(ana, "proposal-edit", make.proposal(ana).pk)]
    called = meetings.assembly(ana)
    pages.append(make.page(ana, "proposal-add"))
    erase_assembly(called)
    make.third(ana)
    pages.append(make.page(ana, "proposal-add"))
    assert ["Decide it in another way" in page for page in pages] == [False] * 4


def test_a_beginning_fills_the_form_and_says_when_it_is_erased(ana):
    page = make.page(ana, "proposal-add", query="?start=walk-out")
    assert "we stop work" in page
    assert re.findall(r'name="burn_days" value="(\d+)"[^>]* checked', page) == ["7"]


def test_from_the_page_of_an_assembly_it_is_for_that_assembly_and_not_for_two_to_agree(ana, bo):
    _other, made = meetings.assembly(ana, "Breaks"), meetings.assembly(ana)
    query = re.search(r'/proposals/add/(\?assembly=\d+)"', meetings.page(ana, "assembly-detail", made.pk))[1]
    page = make.page(bo, "proposal-add", query=query)
    assert re.findall(r'name="method" value="([^"]*)"[^>]* checked', page) == ["majority"]
    assert re.findall(r'name="assembly" value="(\d*)"[^>]* checked', page) == [str(made.pk)]


def test_a_draft_that_is_to_be_erased_has_its_day(ana):
    make.post(ana, "proposal-add", **(TYPED | {"burn_days": "7"}))
    assert Proposal.objects.get().burns_on == make.today() + timedelta(days=97)


def test_what_was_typed_stays_when_it_is_refused(ana):
    page = make.post(ana, "proposal-add", **(TYPED | {"method": "approval", "options": "Only one"})).content.decode()
    assert ("No weekend overtime" in page, "Only one" in page) == (True, True)
    assert "needs at least two things to choose from" in page
    assert Proposal.objects.count() == 0


def test_options_are_refused_where_there_is_nothing_to_choose(ana):
    page = make.post(ana, "proposal-add", **TYPED, options="One\nTwo").content.decode()
    assert "has nothing to choose from" in page


def test_two_options_of_one_name_are_refused(ana):
    page = make.post(
        ana, "proposal-add", **(TYPED | {"method": "approval", "options": "Monday\nmonday"})
    ).content.decode()
    assert "Two of these are the same." in page


def test_in_force_ends_after_it_begins(ana):
    page = make.post(ana, "proposal-add", **TYPED, in_force_from="2026-12-02", in_force_until="2026-12-01").content
    assert b"This is before it begins." in page


def test_only_two_are_offered_what_only_two_can_do(ana, bo):
    assert 'value="together"' in make.page(ana, "proposal-add")
    make.third(ana)
    assert 'value="together"' not in make.page(ana, "proposal-add")


def test_for_an_assembly_that_was_erased_meanwhile_it_is_refused(ana, bo):
    called = meetings.assembly(ana)
    erase_assembly(called)
    with pytest.raises(ValidationError, match="This was erased meanwhile"):
        proposing.add_proposal(bo.seat, make.draft(), today=make.today(), assembly=called)
    assert Proposal.objects.count() == 0


def test_options_hold_no_sign_that_the_files_of_a_result_could_not(ana):
    typed = TYPED | {"method": "ranked-one", "options": "\u202bحسن\u202c\nNoor\tof  nights\n\u202b"}
    make.post(ana, "proposal-add", **typed)
    assert make.content(ana, Proposal.objects.get())["options"] == ["حسن", "Noor of nights"]
