"""tasks:task-release, putting back; and what happens when a member leaves."""

from rooted.groups.actions import part
from rooted.tasks import actions
from rooted.tasks.models import Task
from rooted.tasks.tests import make


def test_what_is_put_back_is_anyones(ana, bo):
    task = make.task(ana)
    make.post(ana, "task-take", task.pk)
    make.post(ana, "task-release", task.pk)
    make.post(bo, "task-take", task.pk)
    assert make.fresh(task).taken_by_id == bo.seat.pk


def test_anyone_can_put_it_back_for_somebody_who_cannot(ana, bo):
    task = make.task(ana)
    make.post(ana, "task-take", task.pk)
    make.post(bo, "task-release", task.pk)
    assert make.fresh(task).taken_by_id is None


def test_whoever_leaves_leaves_nothing_with_them(ana, bo):
    taken, asked, done = make.task(ana, "a"), make.task(ana, "b"), make.task(ana, "c")
    for task in (taken, done):
        actions.take_task(task, seat=bo.seat)
    actions.finish_task(done, today=make.today())
    actions.ask_for_task(asked, whom=bo.seat, seat=ana.seat)
    part(bo.seat, today=make.today())
    open_ones = Task.objects.filter(done_on=None).values_list("taken_by", "asked")
    assert list(open_ones) == [(None, None), (None, None)]
    assert "a former member had it." in make.page(ana, "task-list", query="?show=done")
