"""tasks:task-delete, erasing at once."""

from rooted.circles.models import SealedItem
from rooted.tasks.models import Task
from rooted.tasks.tests import make


def test_it_is_asked_first_and_then_gone(ana):
    task = make.task(ana)
    page = make.page(ana, "task-delete", task.pk)
    before = Task.objects.count()
    make.post(ana, "task-delete", task.pk)
    assert ("This cannot be undone." in page, before) == (True, 1)
    assert (Task.objects.count(), SealedItem.objects.filter(kind="tasks.task").count()) == (0, 0)


def test_nobody_of_another_group_erases_it(ana, cem):
    task = make.task(ana)
    assert make.post(cem, "task-delete", task.pk).status_code == 404
    assert Task.objects.count() == 1
