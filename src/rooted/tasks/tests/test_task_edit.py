"""tasks:task-edit, other words or another day."""

from django.utils import timezone

from rooted.tasks import actions
from rooted.tasks.reading import task_rows
from rooted.tasks.tests import make


def text_of(member, task):
    return task_rows(member.seat, [make.fresh(task)], timezone.localdate())[0].text


def test_words_and_day_change_and_who_has_it_stays(ana, bo):
    task = make.task(ana)
    actions.take_task(task, seat=ana.seat)
    answer = make.post(bo, "task-edit", task.pk, text="Copy 200 leaflets", due_on=make.in_days(4).isoformat())
    assert answer.url == make.at("task-detail", ana, task.pk)
    kept = make.fresh(task)
    assert (text_of(ana, task), kept.due_on, kept.taken_by_id) == ("Copy 200 leaflets", make.in_days(4), ana.seat.pk)


def test_what_was_typed_stays_when_it_is_refused(ana):
    task = make.task(ana)
    page = make.post(ana, "task-edit", task.pk, text="Other words", due_on="soon").content.decode()
    assert 'value="Other words"' in page
    assert text_of(ana, task) == make.TEXT


def test_a_day_can_be_taken_away(ana):
    task = make.task(ana, due_on=make.in_days(1))
    make.post(ana, "task-edit", task.pk, text=make.TEXT, due_on="")
    assert make.fresh(task).due_on is None


def test_others_change_nothing(ana, cem):
    task = make.task(ana)
    assert make.post(cem, "task-edit", task.pk, text="x").status_code == 404
    assert text_of(ana, task) == make.TEXT
