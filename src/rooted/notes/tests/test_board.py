"""Announcements on the notice board; the parts; the step; the days."""

from datetime import timedelta

import pytest
from django.utils import timezone

from conftest import join, newcomer
from rooted.notes import board
from rooted.notes.actions import (
    correct_announcement,
    count_readings,
    mark_as_read,
    stop_counting,
    withdraw_announcement,
)
from rooted.notes.models import Announcement
from rooted.notes.tests import make


def ago(days):
    return timezone.now() - timedelta(days=days)


def shown(member):
    return [line.title for line in board.lines(member.seat)]


def test_a_new_announcement_says_by_whom_and_when(ana, bo, tomorrow):
    made = make.announcement(ana, until=tomorrow)
    (line,) = board.lines(bo.seat)
    day = timezone.localdate()
    assert (line.title, line.when, line.action) == ("The room changed", tomorrow, "Read")
    assert line.who == f"Ana announced it on {day:%a} {day.day} {day:%b}."
    assert line.url == make.at("announcement-detail", bo, made.pk)


def test_without_a_last_day_it_stands_there_for_fourteen_days(ana):
    for days in (13, 14):
        make.announcement(ana, f"{days} days ago", now=ago(days))
    assert shown(ana) == ["13 days ago"]


def test_with_a_last_day_it_stands_there_until_then(ana, tomorrow):
    made = make.announcement(ana, until=tomorrow, now=ago(40))
    before = shown(ana)
    Announcement.objects.filter(pk=made.pk).update(until=timezone.localdate() - timedelta(days=1))
    assert (before, shown(ana)) == (["The room changed"], [])


def test_where_the_group_counts_it_goes_once_marked_and_only_for_whoever_did(ana, bo):
    gul = join(newcomer("gul"), ana)
    count_readings(ana.group, today=timezone.now().date())
    made = make.announcement(ana)
    mark_as_read(made, seat=bo.seat, seen=0)
    assert [shown(member) for member in (ana, bo, gul)] == [[], [], ["The room changed"]]
    stop_counting(ana.group)
    assert [shown(member) for member in (ana, bo, gul)] == [["The room changed"]] * 3


def test_a_correction_brings_it_back(ana, bo):
    made = make.announcement(ana, now=ago(30))
    correct_announcement(made, seat=ana.seat, title="Now", text="x", until=None, seen=0, now=timezone.now())
    assert shown(bo) == ["Now"]


def test_what_was_withdrawn_is_not_there(ana, bo):
    withdraw_announcement(make.announcement(ana), seat=bo.seat, seen=0, now=timezone.now())
    assert shown(bo) == []


def test_a_part_not_used_yet_says_so(ana):
    before = [(part.name, part.used) for part in board.parts(ana.seat)]
    make.note(ana)
    make.announcement(ana)
    assert before == [("Announcements", False), ("Notes and minutes", False)]
    assert [part.used for part in board.parts(ana.seat)] == [True, True]


def test_the_step_is_done_with_the_first_note(ana):
    before = [step.done for step in board.steps(ana.seat)]
    make.note(ana)
    assert (before, [step.done for step in board.steps(ana.seat)]) == ([False], [True])


def test_the_days_to_come_are_told_without_any_key(ana, cem, tomorrow):
    make.announcement(ana, until=tomorrow)
    make.announcement(ana)
    make.announcement(cem, until=tomorrow)
    withdraw_announcement(make.announcement(ana, until=tomorrow), seat=ana.seat, seen=0, now=timezone.now())
    assert board.due(ana.group) == [tomorrow]


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, bo, count, django_assert_num_queries):
    count_readings(ana.group, today=timezone.now().date())
    for _ in range(count):
        make.announcement(ana)
    seat = bo.seat
    with django_assert_num_queries(6):
        lines = board.lines(seat)
    assert len(lines) == min(count, board.MOST)
