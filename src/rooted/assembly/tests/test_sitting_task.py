"""assembly:sitting-task"""

from rooted.assembly.tests.make import at, in_days, post, sitting
from rooted.tasks.models import Task
from rooted.tasks.reading import opened
from rooted.tasks.sealed import TASK


def test_a_task_goes_to_the_groups_list(ana):
    one = sitting(ana)
    answer = post(ana, "sitting-task", one.pk, text="Ring the agency", due_on=str(in_days(3)))
    task = Task.objects.get()
    assert (opened(ana.seat, task.item, TASK)["text"], task.due_on) == ("Ring the agency", in_days(3))
    assert answer.url == at("sitting-detail", ana, one.pk) + "?said=noted#tasks"
    assert "It is on the list of tasks." in ana.client.get(answer.url).content.decode()


def test_what_was_typed_comes_back(ana):
    shown = post(ana, "sitting-task", sitting(ana).pk, text="Ring the agency", due_on="soon").content.decode()
    assert ("Ring the agency" in shown, Task.objects.count()) == (True, 0)
