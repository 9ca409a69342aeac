"""tasks:task-reopen, it was not done after all."""

from rooted.circles.models import SealedItem
from rooted.tasks import actions
from rooted.tasks.tests import make


def test_it_is_open_again_anyones_and_kept(ana):
    task = make.task(ana)
    actions.take_task(task, seat=ana.seat)
    actions.finish_task(task, today=make.today())
    make.post(ana, "task-reopen", task.pk)
    kept = make.fresh(task)
    assert (kept.done_on, kept.expires_on, kept.taken_by_id) == (None, None, None)
    assert SealedItem.objects.get(task=task.pk).expires_on is None


def test_an_open_one_stays_with_who_has_it(ana):
    task = make.task(ana)
    actions.take_task(task, seat=ana.seat)
    make.post(ana, "task-reopen", task.pk)
    assert make.fresh(task).taken_by_id == ana.seat.pk
