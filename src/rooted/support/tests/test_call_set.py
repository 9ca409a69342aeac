"""The day of the next call stands on both boards."""

from datetime import timedelta

from django.utils import timezone

from rooted.support.board import due
from rooted.support.models import Pairing
from rooted.support.tests import make


def set_day(member, pairing, day):
    return member.client.post(make.at("support:call-set", member, pairing.pk), {"day": day})


def board(member):
    return member.client.get(member.group.board_url).content.decode()


def test_both_boards_show_it_and_it_is_due(ana, cem, tomorrow):
    pairing = make.paired(cem, ana)
    set_day(ana, pairing, tomorrow.isoformat())
    assert ("Call with Depot" in board(ana), "Call with Docks" in board(cem)) == (True, True)
    assert due(ana.group) == due(cem.group) == [tomorrow]


def test_after_the_day_the_board_asks_for_the_next_one(ana, cem):
    pairing = make.paired(cem, ana)
    Pairing.objects.update(call_on=timezone.localdate() - timedelta(days=1))
    assert "Agree on the next call with Depot" in board(ana)
    assert due(ana.group) == []
    set_day(ana, pairing, "")
    assert "the next call" not in board(ana)


def test_what_is_no_day_is_refused(ana, cem):
    pairing = make.paired(cem, ana)
    assert "Choose a day" in set_day(ana, pairing, "soon").content.decode()
    assert Pairing.objects.get().call_on is None


def test_before_a_yes_there_is_no_call(ana, cem, tomorrow):
    pairing = make.asked(cem, ana)
    set_day(ana, pairing, tomorrow.isoformat())
    assert Pairing.objects.get().call_on is None


def test_a_third_group_gets_404(ana, cem, newly_signed_up, tomorrow):
    pairing = make.paired(cem, ana)
    assert set_day(make.third(newly_signed_up), pairing, tomorrow.isoformat()).status_code == 404
