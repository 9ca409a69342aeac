"""Reminders on the board, and the days every part tells."""

from django.utils import timezone

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


def test_the_days_of_all_parts_stand_together_each_once(ana):
    for _ in range(2):
        due_in(ana, 0)
    assert due_days(ana.group) == [timezone.localdate()]
