"""Letters on the notice board."""

from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.intake import board
from rooted.intake.actions import close_thread, take_thread
from rooted.intake.tests import make


def hours_ago(hours, minutes=30):
    return timezone.now() - timedelta(hours=hours, minutes=minutes)


@pytest.mark.parametrize(
    ("hours", "words"),
    [(0, "47 hours left of 48"), (40, "7 hours left of 48"), (46, "1 hour left of 48"), (52, "4 hours late")],
)
def test_a_letter_says_how_much_of_the_promised_time_is_left(ana, hours, words):
    make.thread(ana.group, now=hours_ago(hours))
    (line,) = board.lines(ana.seat)
    assert line.urgent == words


def test_the_promise_is_the_one_made_when_the_letter_came(ana):
    make.thread(ana.group, now=hours_ago(0))
    type(ana.group).objects.update(promised_hours=12)
    assert board.lines(ana.seat)[0].urgent == "47 hours left of 48"


def test_the_longest_waiting_letter_of_a_thread_counts(ana, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    make.write_more(stranger, receipt, "Please")
    (line,) = board.lines(ana.seat)
    assert line.title == "Answer a letter about trouble with a boss, a landlord or an office"


def test_the_line_says_who_has_it_and_what_to_do(ana, bo):
    thread = make.thread(ana.group, language="ar")
    said = [(board.lines(ana.seat)[0].who.split(".")[0], board.lines(ana.seat)[0].action)]
    take_thread(thread, seat=bo.seat)
    said += [(board.lines(one.seat)[0].who.split(".")[0], board.lines(one.seat)[0].action) for one in (ana, bo)]
    assert said == [("Nobody has it yet", "Take this on"), ("Bo has it", "Open"), ("You have it", "Answer")]


def test_the_most_urgent_letter_comes_first(ana):
    for hours in (3, 60, 30):
        make.thread(ana.group, now=hours_ago(hours))
    assert [line.urgent for line in board.lines(ana.seat)] == [
        "12 hours late",
        "17 hours left of 48",
        "44 hours left of 48",
    ]


def test_answered_and_closed_letters_are_not_on_the_board(ana):
    make.answered(ana)
    close_thread(make.thread(ana.group), today=timezone.now().date())
    assert board.lines(ana.seat) == []
    assert [part.count for part in board.parts(ana.seat)] == [0]


def test_the_part_counts_what_waits(ana, cem):
    make.thread(ana.group)
    make.thread(cem.group)
    assert [(part.name, part.count) for part in board.parts(ana.seat)] == [("Letters", 1)]


def test_the_first_step_is_done_with_the_first_answer(ana):
    before = [step.done for step in board.steps(ana.seat)]
    make.answered(ana)
    assert (before, [step.done for step in board.steps(ana.seat)]) == ([False], [True])


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for _ in range(count):
        make.thread(ana.group)
    seat = ana.seat
    with django_assert_num_queries(3):
        lines = board.lines(seat)
    assert len(lines) == min(count, board.MOST)
