"""assembly:assembly-second, a second member stands behind the call where the group's rules ask for it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from rooted.assembly import running
from rooted.assembly.board import due, lines
from rooted.assembly.models import Assembly
from rooted.assembly.tests import make
from rooted.rules.tests.make import bound


def waiting(member, **how) -> Assembly:
    bound(member, meets="two")
    return make.assembly(member, **how)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_it_is_called_once_a_second_member_stands_behind_it(ana, bo):
    made = waiting(ana)
    make.post(bo, "assembly-second", made.pk)
    assert (fresh(made).waits_since, fresh(made).called_on) == (None, make.today())
    assert "Ana called it, Bo stands behind it." in make.page(bo, "assembly-detail", made.pk)


def test_whoever_called_it_does_not_second_it(ana, bo):
    made = waiting(ana)
    page = make.post(ana, "assembly-second", made.pk).content.decode()
    assert "Another member has to stand behind it." in page
    assert fresh(made).waits_since == make.today()


def test_until_then_nothing_hangs_nothing_begins_and_no_calendar_has_it(ana, bo):
    made = waiting(ana)
    make.post(ana, "assembly-hang", made.pk)
    assert (fresh(made).hung_on, due(ana.group)) == (None, [])
    assert make.at("assembly-detail", ana, made.pk) in ana.client.get(make.at("assembly-notice", ana, made.pk)).url
    with pytest.raises(ValidationError, match="a second member has to stand behind the call"):
        running.ask_for_the_word(made.sittings.get(), seat=ana.seat, name="Noor")


def test_the_board_asks_for_a_second_member_and_no_more(ana, bo):
    waiting(ana)
    assert [(line.title, line.who) for line in lines(bo.seat)] == [
        ("Called by one, not by two yet: The new night rota", "Ana called it. A second member has to stand behind it.")
    ]


def test_notice_runs_from_the_day_of_the_second(ana, bo):
    bound(ana, meets="two", notice_days=3)
    made = make.assembly(ana, days=3)
    Assembly.objects.update(day=make.in_days(2))  # a day has passed
    page = make.post(bo, "assembly-second", made.pk).content.decode()
    assert "By our rules this is known 3 days before" in page
    assert fresh(made).waits_since is not None


def test_opening_the_address_seconds_nothing(ana, bo):
    made = waiting(ana)
    bo.client.get(make.at("assembly-second", bo, made.pk))
    assert fresh(made).waits_since is not None


def test_without_such_a_rule_any_member_calls(ana, bo):
    bound(ana, meets="anyone")
    assert make.assembly(ana).waits_since is None
    assert make.sitting(ana).assembly.called_on - make.today() == timedelta(0)
