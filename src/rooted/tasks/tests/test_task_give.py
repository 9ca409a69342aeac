"""tasks:task-give, asking a member."""

import pytest

from conftest import join, newcomer
from rooted.groups.models import Seat
from rooted.groups.sealed import SEAT
from rooted.tasks import actions
from rooted.tasks.access import member_choices
from rooted.tasks.tests import make


def test_whoever_is_asked_has_it_only_once_they_say_yes(ana, bo):
    task = make.task(ana)
    make.post(ana, "task-give", task.pk, whom=str(bo.seat.pk))
    asked = make.fresh(task)
    make.post(bo, "task-take", task.pk)
    assert (asked.asked_id, asked.taken_by_id) == (bo.seat.pk, None)
    assert (make.fresh(task).asked_id, make.fresh(task).taken_by_id) == (None, bo.seat.pk)


def test_they_can_say_no(ana, bo):
    task = make.task(ana)
    make.post(ana, "task-give", task.pk, whom=str(bo.seat.pk))
    make.post(bo, "task-release", task.pk)
    assert (make.fresh(task).asked_id, make.fresh(task).taken_by_id) == (None, None)


def test_asking_oneself_is_taking_it(ana):
    task = make.task(ana)
    make.post(ana, "task-give", task.pk, whom=str(ana.seat.pk))
    assert make.fresh(task).taken_by_id == ana.seat.pk


def test_nobody_can_be_asked_who_is_not_a_member_now(ana, bo, cem):
    task = make.task(ana)
    for whom in (str(cem.seat.pk), "nobody", "0", ""):
        assert make.post(ana, "task-give", task.pk, whom=whom).status_code == 200
    Seat.objects.filter(pk=bo.seat.pk).update(paused_on=make.today())
    assert [name for _pk, name in member_choices(ana.seat)] == ["Ana (you)"]
    assert make.fresh(task).asked_id is None


def test_a_done_one_is_not_handed_on(ana, bo):
    task = make.task(ana)
    actions.finish_task(task, today=make.today())
    page = make.post(ana, "task-give", task.pk, whom=str(bo.seat.pk)).content.decode()
    assert "This is done already." in page


def test_oneself_stands_first_and_a_long_list_opens(ana, bo):
    for number in range(12):
        join(newcomer(f"m{number}"), ana)
    page = make.page(ana, "task-detail", make.task(ana).pk)
    assert [name for _pk, name in member_choices(ana.seat)][:3] == ["Ana (you)", "Bo", "M0"]
    assert '<select name="whom"' in page


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow_with_the_members(ana, count, django_assert_num_queries):
    for number in range(count):
        item = ana.seat.keys.seal(SEAT, {name: f"M{number}" if name == "name" else False for name in SEAT.fields})
        Seat.objects.create(group=ana.group, name_item=item)
    task = make.task(ana)
    with django_assert_num_queries(7):
        page = ana.client.get(make.at("task-detail", ana, task.pk))
    assert page.content.decode().count(">M") == count
