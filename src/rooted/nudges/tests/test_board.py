"""Reminders on the board, and the days every part tells."""

from datetime import timedelta

from django.utils import timezone

from rooted.groups.models import Seat
from rooted.intake.actions import drop_letter
from rooted.intake.receipts import keys_of
from rooted.intake.sealed import ASKED
from rooted.nudges import board
from rooted.nudges.actions import ask_for_mail
from rooted.nudges.days import due_days
from rooted.nudges.tests.make import ADDRESS, due_in


def test_the_part_is_used_once_a_member_has_a_reminder(ana, bo):
    ask_for_mail(ana.seat, address=ADDRESS, language="en")
    assert [board.parts(member.seat)[0].used for member in (ana, bo)] == [True, False]


def test_without_reminders_the_board_asks_the_database_for_nothing(ana, django_assert_num_queries):
    seat = ana.seat
    with django_assert_num_queries(0):
        assert (board.lines(seat), board.parts(seat)[0].used) == ([], False)


def test_an_open_removal_is_due_on_the_day_it_lapses(ana, bo):
    day = timezone.localdate()
    Seat.objects.filter(pk=bo.seat.pk).update(paused_on=day)
    assert due_days(ana.group) == [day + timedelta(days=14)]


def test_a_letter_is_due_when_the_promised_hours_end(ana):
    ana.group.promised_hours = 48
    letter = dict.fromkeys(ASKED, "")
    drop_letter(ana.group, keys=keys_of("five words"), letter=letter, language="en", now=timezone.now())
    assert due_days(ana.group) == [timezone.now().date() + timedelta(days=2)]


def test_the_days_of_all_parts_stand_together_each_once(ana):
    for _ in range(2):
        due_in(ana, 0)
    assert due_days(ana.group) == [timezone.localdate()]
