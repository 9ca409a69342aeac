"""tasks:task-finish, it is done; and its erasure 90 days later."""

from datetime import timedelta

from django.utils import timezone

from rooted.base import jobs
from rooted.circles.models import SealedItem
from rooted.tasks import actions
from rooted.tasks.models import Task
from rooted.tasks.tests import make


def test_it_is_done_today_and_erased_in_ninety_days(ana):
    task = make.task(ana)
    make.post(ana, "task-finish", task.pk)
    kept = make.fresh(task)
    assert (kept.done_on, kept.expires_on) == (make.today(), make.in_days(90))
    assert SealedItem.objects.get(task=task.pk).expires_on == make.in_days(90)


def test_saying_it_twice_moves_nothing(ana):
    task = make.task(ana)
    actions.finish_task(task, today=make.in_days(-10))
    actions.finish_task(task, today=make.today())
    assert make.fresh(task).done_on == make.in_days(-10)


def test_done_ones_are_erased_on_their_day_and_open_ones_stay(ana):
    actions.finish_task(make.task(ana, "done"), today=make.today())
    make.task(ana, "open", make.in_days(-200))
    assert [actions.erase_done_tasks(make.in_days(days)) for days in (89, 90, 91)] == [0, 1, 0]
    assert (Task.objects.count(), SealedItem.objects.filter(kind="tasks.task").count()) == (1, 1)


def test_the_job_comes_back_by_itself_and_erases(ana):
    for _ in range(60):
        actions.finish_task(make.task(ana), today=make.in_days(-91))
    kind = jobs._kinds["tasks-erase"]
    assert (kind.every, kind.outside) == (timedelta(hours=6), True)
    kind.act(now=timezone.now())
    assert Task.objects.count() == 0
