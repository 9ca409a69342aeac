"""tasks:task-detail, one task."""

from rooted.tasks import actions
from rooted.tasks.tests import make


def test_it_says_what_by_when_and_who(ana):
    page = make.page(ana, "task-detail", make.task(ana, due_on=make.in_days(-1)).pk)
    assert make.TEXT in page
    assert "1 day late" in page
    assert "<strong>Nobody has it yet.</strong>" in page


def test_whoever_is_asked_can_say_yes_or_no(ana, bo):
    task = make.task(ana)
    actions.ask_for_task(task, whom=bo.seat, seat=ana.seat)
    page = make.page(bo, "task-detail", task.pk)
    assert ("Yes, I do it" in page, "No, I cannot" in page) == (True, True)


def test_a_done_one_says_when_it_is_erased(ana):
    task = make.task(ana)
    actions.finish_task(task, today=make.today())
    page = make.page(ana, "task-detail", task.pk)
    assert "It is erased on" in page
    assert "It is not done: open it again" in page


def test_that_of_another_group_is_not_there(ana, cem):
    task = make.task(ana)
    assert cem.client.get(make.at("task-detail", cem, task.pk)).status_code == 404
