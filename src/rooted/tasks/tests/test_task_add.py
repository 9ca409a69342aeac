"""tasks:task-add, one line in the list; and add_task, which other parts call."""

from django.utils import timezone

from rooted.tasks.actions import add_task
from rooted.tasks.models import Task
from rooted.tasks.reading import task_rows
from rooted.tasks.tests import make


def test_one_line_and_it_is_on_the_list(ana):
    answer = make.post(ana, "task-add", text="Ring the printer", due_on=make.in_days(3).isoformat())
    assert answer.url == make.at("task-list", ana)
    task = Task.objects.get()
    assert (task.due_on, task.taken_by_id, task.asked_id, task.done_on) == (make.in_days(3), None, None, None)
    (row,) = task_rows(ana.seat, [task], timezone.localdate())
    assert row.text == "Ring the printer"


def test_a_day_is_not_needed(ana):
    make.post(ana, "task-add", text="Some day")
    assert Task.objects.get().due_on is None


def test_what_was_typed_stays_when_it_is_refused(ana):
    page = make.post(ana, "task-add", text="Ring the printer", due_on="soon").content.decode()
    assert 'value="Ring the printer"' in page
    assert "Choose a day, or write it as year-month-day" in page
    assert Task.objects.count() == 0


def test_a_slip_in_the_year_is_said(ana):
    page = make.post(ana, "task-add", text="Ring", due_on="2206-11-01").content.decode()
    assert "This day is more than ten years away." in page


def test_opening_the_address_adds_nothing(ana):
    assert ana.client.get(make.at("task-add", ana)).url == make.at("task-list", ana)
    assert Task.objects.count() == 0


def test_other_parts_hand_out_tasks(ana):
    task = add_task(ana.seat, "Send the letter", make.in_days(2))
    assert (task.group_id, task.due_on) == (ana.group.pk, make.in_days(2))


def test_strangers_and_others_add_nothing(ana, cem, stranger):
    assert cem.client.post(make.at("task-add", ana), {"text": "x"}).status_code == 404
    assert stranger.post(make.at("task-add", ana), {"text": "x"}).status_code == 403
    assert Task.objects.count() == 0
