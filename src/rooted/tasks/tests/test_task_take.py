"""tasks:task-take, "I do it"."""

from rooted.tasks import actions
from rooted.tasks.tests import make


def test_whoever_takes_it_has_it(ana):
    task = make.task(ana)
    answer = make.post(ana, "task-take", task.pk)
    assert answer.url == make.at("task-detail", ana, task.pk)
    assert make.fresh(task).taken_by_id == ana.seat.pk


def test_from_the_list_one_comes_back_to_its_row(ana):
    task = make.task(ana)
    (url, place) = make.post(ana, "task-take", task.pk, **{"from": "list"}).url.split("#")
    assert url == make.at("task-list", ana)
    assert f'id="{place}"' in make.page(ana, "task-list")


def test_the_second_one_is_told(ana, bo):
    task = make.task(ana)
    make.post(ana, "task-take", task.pk)
    page = make.post(bo, "task-take", task.pk).content.decode()
    assert "Someone else took this or did it just now." in page
    assert "Ana has it." in page
    assert make.fresh(task).taken_by_id == ana.seat.pk


def test_taking_it_twice_is_fine(ana):
    task = make.task(ana)
    assert [make.post(ana, "task-take", task.pk).status_code for _ in range(2)] == [302, 302]


def test_a_done_one_cannot_be_taken(ana):
    task = make.task(ana)
    actions.finish_task(task, today=make.today())
    assert make.post(ana, "task-take", task.pk).status_code == 200
    assert make.fresh(task).taken_by_id is None


def test_nobody_else_can_and_looking_takes_nothing(ana, cem, stranger):
    task = make.task(ana)
    ana.client.get(make.at("task-take", ana, task.pk))
    assert cem.client.post(make.at("task-take", ana, task.pk)).status_code == 404
    assert stranger.post(make.at("task-take", ana, task.pk)).status_code == 403
    assert make.fresh(task).taken_by_id is None
