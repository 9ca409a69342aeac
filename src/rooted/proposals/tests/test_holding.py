"""What a group decided about deciding is held to when a vote is opened; what is suggested to it binds nobody."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from conftest import join, newcomer
from rooted.assembly.models import Assembly
from rooted.assembly.tests import make as meetings
from rooted.ballots.methods import Rules
from rooted.ballots.reading import asked_of
from rooted.proposals.holding import Opening, _too_short
from rooted.proposals.models import Proposal
from rooted.proposals.tests import make
from rooted.register.reading import entry_rows
from rooted.rules.rules import HowWeDecide
from rooted.rules.tests.make import OPEN, bound

URGENT = Rules(urgent=True)


def refused(*args, match: str, **how) -> None:
    with pytest.raises(ValidationError, match=match):
        make.opened(*args, **how)


def test_hands_alone_or_members_alone_open_what_our_rules_say(ana, bo):
    bound(ana, mode="hands")
    refused(ana, bo, match="By our rules we vote by hands")
    assert make.opened(ana, bo, mode="hands", sittings=("Early",)).state == "open"
    bound(ana, mode="members")
    refused(ana, bo, mode="hands", sittings=("Early",), match="By our rules we vote here")
    assert make.opened(ana, bo).state == "open"


def test_under_rules_of_hands_only_lots_are_drawn_here(ana, bo):
    bound(ana, mode="hands")
    assert make.lots(ana, bo).state == "open"
    refused(ana, bo, method="ranked-one", options=("A", "B"), match="By our rules we vote by hands, cards or slips")
    made = make.opened(ana, bo, method="ranked-one", options=("A", "B"), mode="hands", sittings=("Early",))
    assert made.state == "open"


def test_a_way_to_decide_that_we_do_not_use_is_not_opened_and_not_offered(ana, bo):
    made = make.seconded(ana, bo)
    bound(ana, methods=("consent",), method="consent")
    page = make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, seen=1).content.decode()
    assert "Our rules do not use this way to decide." in page
    page = make.page(ana, "proposal-add")
    assert [f'value="{key}"' in page for key in ("consent", "majority", "score")] == [True, False, False]


DAY = f"{make.in_days(6):%Y-%m-%d}"


def test_what_we_vote_on_is_known_for_the_days_of_notice(ana, bo):
    bound(ana, notice_days=3)
    refused(ana, bo, match="By our rules this is known 3 days before")
    made = make.seconded(ana, bo)
    Proposal.objects.filter(pk=made.pk).update(written_on=make.today() - timedelta(days=2))
    page = make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, seen=1).content.decode()
    assert "Or say that it is urgent." in page
    Proposal.objects.filter(pk=made.pk).update(written_on=make.today() - timedelta(days=3))
    make.post(ana, "proposal-open", made.pk, mode="members", closes_on=DAY, seen=1)
    assert make.fresh(made).state == "open"


def test_notice_for_hands_of_an_assembly_runs_until_it_meets(ana, bo):
    bound(ana, notice_days=3)
    made = make.seconded(ana, bo)
    Proposal.objects.filter(pk=made.pk).update(assembly=meetings.assembly(ana, days=3))
    make.post(ana, "proposal-open", made.pk, mode="hands", sittings="Early", seen=1)
    assert make.fresh(made).state == "open"


def test_what_is_urgent_is_opened_at_once_and_said_on_the_vote_and_in_the_register(ana, bo):
    bound(ana, notice_days=3, days_open=5)
    said = "It was urgent: the time our rules ask for was shortened."
    made = make.opened(ana, bo, rules=URGENT, closes_at=make.in_days(1))
    assert said in make.page(bo, "proposal-detail", made.pk)
    make.vote(made, one=(ana, "yes"), two=(bo, "yes"))
    make.post(ana, "proposal-close", made.pk)
    assert entry_rows(bo.seat)[0].decision.tally[-1] == said


def test_a_vote_for_an_urgent_assembly_is_urgent(ana, bo):
    bound(ana, notice_days=3)
    made = make.seconded(ana, bo)
    Proposal.objects.filter(pk=made.pk).update(assembly=meetings.assembly(ana, days=0, urgent=True))
    assert "checked" in make.page(ana, "proposal-open", made.pk).split('name="urgent"')[1][:80]
    make.post(ana, "proposal-open", made.pk, mode="hands", sittings="Early", seen=1)
    assert asked_of(make.fresh(made).question, ana.seat).rules.urgent


def test_members_can_vote_for_as_long_as_our_rules_say(ana, bo):
    bound(ana, days_open=5)
    refused(ana, bo, closes_at=make.in_days(4), match="By our rules a vote stays open for at least 5 days")
    assert make.opened(ana, bo, closes_at=make.in_days(5)).state == "open"


def test_who_came_after_it_was_proposed_does_not_vote_if_our_rules_say_so(ana, bo):
    bound(ana, electorate="before")
    made = make.seconded(ana, bo)
    gul = join(newcomer("gul"), ana)
    made = make.open_now(ana, made)
    assert {one.seat_id for one in made.question.electors.all()} == {ana.seat.pk, bo.seat.pk}
    assert "before you joined" in make.page(gul, "proposal-detail", made.pk)


def test_otherwise_all_members_of_the_day_vote(ana, bo):
    bound(ana)
    made = make.seconded(ana, bo)
    join(newcomer("gul"), ana)
    assert make.open_now(ana, made).question.electors.count() == 3


def test_what_is_only_suggested_binds_nobody(ana, bo):
    assert make.opened(ana, bo, closes_at=make.in_days(1)).state == "open"
    assert 'name="urgent"' not in make.page(ana, "proposal-open", make.seconded(ana, bo).pk)


def test_our_rules_stand_where_they_bind(ana, bo):
    bound(ana, notice_days=3, mode="hands")
    page = make.page(ana, "proposal-open", make.seconded(ana, bo).pk)
    assert "Our rules, which hold here" in page
    assert f'href="/g/{ana.group.address}/rules/"' in page
    assert ('value="hands"' in page, 'value="members"' in page) == (True, False)


def test_the_quorum_of_an_assembly_stands_in_the_opening_of_its_votes_and_can_be_changed(ana, bo):
    made = make.seconded(ana, bo)
    Proposal.objects.filter(pk=made.pk).update(assembly=meetings.assembly(ana, quorum=40))
    assert 'value="40"' in make.page(ana, "proposal-open", made.pk)
    make.post(ana, "proposal-open", made.pk, mode="hands", sittings="Early", quorum="30", seen=1)
    Assembly.objects.all().delete()
    assert asked_of(make.fresh(made).question, ana.seat).rules.quorum == 30


def test_by_our_own_rules_it_is_at_least_their_quorum(ana, bo):
    bound(ana, quorum=50)
    made = make.seconded(ana, bo)
    Proposal.objects.filter(pk=made.pk).update(assembly=meetings.assembly(ana, quorum=40))
    assert 'value="50"' in make.page(ana, "proposal-open", made.pk)


@given(st.integers(1, 9), st.integers(0, 9), st.integers(0, 23), st.integers(0, 23))
def test_days_that_a_vote_is_open_are_counted_as_people_count_them(least, days, opened, closed):
    now = make.now().replace(hour=opened, minute=0)
    until = (now + timedelta(days=days)).replace(hour=closed)
    rules = HowWeDecide(**(OPEN.sealed | {"days_open": least, "methods": ()}))
    assert _too_short(rules, Opening("members", closes_at=until), now) == (days < least)
