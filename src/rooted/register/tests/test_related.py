"""A decision leads to its tasks and says who has them; such a task leads to its decision."""

from dataclasses import replace

import pytest
from django.urls import reverse

from rooted.register.actions import append_decision, burn_due
from rooted.register.decision import Given
from rooted.register.tests.make import WALK_OUT, at, decided, in_days, page, today, walk_out
from rooted.tasks.actions import finish_task, take_task
from rooted.tasks.models import Task
from rooted.tasks.reading import BY_DAY


def task_page(member, task) -> str:
    answer = member.client.get(reverse("tasks:task-detail", args=[member.group.address, task.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_each_leads_to_the_other(ana, bo):
    entry = walk_out(ana)
    first, second = Task.objects.order_by(*BY_DAY)
    take_task(first, seat=bo.seat)
    finish_task(second, today=today())
    text = page(ana, "entry-detail", entry.pk)
    assert ("Tell the drivers (Ana): Bo has it." in text, "Bring the banner: Done on" in text) == (True, True)
    assert at("entry-detail", bo, entry.pk) in task_page(bo, first)
    assert "In the register: no. 1" in task_page(bo, first)


def test_of_other_tasks_and_decisions_nothing_is_said(ana, bo, cem):
    walk_out(cem)
    entry = decided(ana)
    assert "Belongs with this" not in page(ana, "entry-detail", entry.pk)


def test_once_it_has_burnt_neither_is_there(ana):
    entry = walk_out(ana)
    burn_due(in_days(7))
    assert "Belongs with this" not in page(ana, "entry-detail", entry.pk)


@pytest.mark.parametrize("number", [3, 20])
def test_however_many_tasks_there_are_it_asks_the_same(ana, number, django_assert_num_queries):
    tasks = tuple(Given(f"Task {one}") for one in range(number))
    entry = append_decision(ana.seat, replace(WALK_OUT, tasks=tasks), result="carried", day=today())
    with django_assert_num_queries(9):
        text = page(ana, "entry-detail", entry.pk)
    assert text.count(": Nobody has it yet.") == number
