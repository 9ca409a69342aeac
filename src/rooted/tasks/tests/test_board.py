"""Tasks, rota, roles and hand-over on the notice board."""

import pytest

from rooted.circles.searching import matches
from rooted.groups.access import circles_of
from rooted.tasks import actions, board, found, handover, rota
from rooted.tasks.models import Holding
from rooted.tasks.tests import make


def lines(member):
    return [(line.title, line.who, line.nobody) for line in board.lines(member.seat)]


def test_a_fresh_group_has_nothing_on_it(ana):
    assert board.lines(ana.seat) == []
    assert [(part.name, part.count, part.used) for part in board.parts(ana.seat)] == [
        ("Tasks", 0, False),
        ("Rota", 0, False),
        ("Roles", 0, False),
        ("Hand-over", 0, False),
    ]


def test_tasks_that_are_late_or_near_stand_on_it(ana):
    for text, day in (("late", -1), ("near", 7), ("far", 8)):
        make.task(ana, text, make.in_days(day))
    make.task(ana, "some day")
    assert [line.title for line in board.lines(ana.seat)] == ["late", "near"]
    assert [line.urgent for line in board.lines(ana.seat)] == ["1 day late", ""]


def test_what_one_is_asked_for_stands_on_ones_own_board_only(ana, bo):
    actions.ask_for_task(make.task(ana), whom=bo.seat, seat=ana.seat)
    assert (lines(ana), lines(bo)) == ([], [(make.TEXT, "You are asked to do it.", False)])


def test_todays_rota_stands_on_it_with_the_hour_and_who(ana, bo):
    make.held(bo, days=0, weekdays=[make.today().weekday()])
    first = board.lines(ana.seat)[0]
    assert (first.title, first.when, first.clock, first.urgent, first.who, first.nobody) == (
        "Phone",
        make.today(),
        "18:00",
        "Today",
        "Bo has it.",
        False,
    )


def test_the_next_day_that_nobody_has_stands_on_it_once_a_duty(ana):
    make.duty(ana)
    make.duty(ana, kind="door")
    assert sorted(lines(ana)) == [("Door", "Nobody has it yet.", True), ("Phone", "Nobody has it yet.", True)]


def test_ones_own_day_tomorrow_and_what_somebody_cannot_keep(ana, bo):
    mine = make.held(ana, days=1, weekdays=[make.in_days(1).weekday()])
    before = (lines(ana), lines(bo))
    rota.offer_slot(mine, seat=ana.seat, today=make.today())
    assert before == ([("Phone", "You have it.", False)], [])
    assert lines(bo) == [("Phone", "Ana cannot. Who takes it?", True)]


def test_a_role_that_one_holds_alone_and_one_that_ends_soon(ana, bo):
    role = make.role(ana)
    held = make.holding(ana, role)
    alone = lines(bo)
    make.holding(bo, role)
    Holding.objects.filter(pk=held.pk).update(ends_on=make.in_days(14))
    assert alone == [("Needs two who hold it: Keys", "Only one holds this.", True)]
    assert lines(ana) == [("Your time in this role ends: Keys", "You can renew it or hand it on.", False)]
    assert lines(bo) == [("A role ends: Keys", "Ana holds it.", False)]
    Holding.objects.filter(pk=held.pk).update(ends_on=make.in_days(15))
    assert lines(bo) == []


def test_the_hand_over_is_to_be_printed_from_the_first_on(ana):
    handover.want_monthly(ana.group, today=make.in_days(-40))
    (line,) = board.lines(ana.seat)
    assert (line.title, line.when) == ("Print the hand-over", make.today().replace(day=1))


def test_parts_count_what_waits(ana, cem):
    make.task(ana)
    make.task(cem)
    make.duty(ana)
    make.role(ana)
    make.section(ana)
    assert [(part.name, part.count, part.used) for part in board.parts(ana.seat)] == [
        ("Tasks", 1, True),
        ("Rota", 8, True),
        ("Roles", 0, True),
        ("Hand-over", 0, True),
    ]


def test_the_step_is_done_with_the_first_duty(ana):
    before = [(step.title, step.done) for step in board.steps(ana.seat)]
    make.duty(ana)
    assert (before, board.steps(ana.seat)[0].done) == ([("Agree on one weekly hour", False)], True)


def test_due_days_are_told_without_any_key(ana, cem):
    make.task(ana, due_on=make.in_days(3))
    make.task(ana, due_on=make.in_days(-3))
    make.task(cem, due_on=make.in_days(4))
    actions.finish_task(make.task(ana, due_on=make.in_days(5)), today=make.today())
    make.duty(ana, weekdays=[make.in_days(6).weekday()], every_weeks=4, starts_on=make.in_days(6))
    held = make.holding(ana, make.role(ana))
    Holding.objects.filter(pk=held.pk).update(ends_on=make.in_days(9))
    ana.group.circle.wraps.all().delete()
    assert board.due(ana.group) == [make.in_days(number) for number in (3, 6, 9, 34)]


def test_the_first_of_the_coming_months_is_due_where_the_group_prints(ana):
    handover.want_monthly(ana.group, today=make.today())
    assert {day.day for day in board.due(ana.group)} == {1}


def test_the_search_leads_to_each_of_them(ana):
    make.task(ana, "harbour task", None)
    make.duty(ana, "harbour duty")
    make.role(ana, "harbour role")
    make.section(ana, "harbour section")
    hits = found.hits(ana.seat, matches(circles_of(ana.seat), "harbour")[0])
    assert sorted(hit.title for hit in hits) == ["harbour duty", "harbour role", "harbour section", "harbour task"]
    assert [ana.client.get(hit.url).status_code for hit in hits] == [200] * 4


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for number in range(count):
        make.task(ana, due_on=make.in_days(1))
        make.role(ana, f"Role {number}")
        make.duty(ana, f"Duty {number}", weekdays=[make.today().weekday()])
    seat = ana.seat
    with django_assert_num_queries(7):
        found_lines = board.lines(seat)
    assert len(found_lines) == min(count, board.MOST) * 3
    with django_assert_num_queries(0):
        board.parts(seat)
