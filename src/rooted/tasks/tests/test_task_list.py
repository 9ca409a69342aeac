"""tasks:task-list, what is to be done."""

import pytest
from django.core.exceptions import ValidationError

from rooted.tasks import actions
from rooted.tasks.tests import make


def rows(member, query=""):
    return member.client.get(make.at("task-list", member, query=query)).context["rows"]


def texts(member, query=""):
    return [row.text for row in rows(member, query)]


def test_an_empty_list_says_what_comes_next(ana):
    assert "Nothing is to be done. Write down the next small thing" in make.page(ana, "task-list")


def test_open_tasks_stand_by_day_those_without_a_day_last(ana):
    for text, due_on in (("some day", None), ("late", make.in_days(9)), ("soon", make.in_days(2))):
        make.task(ana, text, due_on)
    assert texts(ana) == ["soon", "late", "some day"]


def test_ones_own_and_what_one_is_asked_for_come_first(ana, bo):
    make.task(ana, "first by day", make.in_days(1))
    mine, asked = make.task(ana, "mine"), make.task(ana, "asked", make.in_days(3))
    actions.take_task(mine, seat=ana.seat)
    actions.ask_for_task(asked, whom=bo.seat, seat=ana.seat)
    assert texts(ana) == ["mine", "first by day", "asked"]
    assert texts(bo) == ["asked", "first by day", "mine"]


@pytest.mark.parametrize(("days", "words"), [(1, ""), (0, "Today"), (-1, "1 day late"), (-3, "3 days late")])
def test_what_is_late_says_so_in_words(ana, days, words):
    make.task(ana, due_on=make.in_days(days))
    assert [row.late for row in rows(ana)] == [words]


def test_each_says_who_has_it(ana, bo):
    free, mine, asked = make.task(ana, "a"), make.task(ana, "b"), make.task(ana, "c")
    actions.take_task(mine, seat=ana.seat)
    actions.ask_for_task(asked, whom=ana.seat, seat=bo.seat)
    said = {row.text: row.who for row in rows(ana)}
    assert said == {"a": "Nobody has it yet.", "b": "You have it.", "c": "You are asked to do it."}
    said = {row.text: row.who for row in rows(bo)}
    assert said == {"a": "Nobody has it yet.", "b": "Ana has it.", "c": "Ana is asked and has not said yes."}
    assert free.taken_by_id is None


def test_done_ones_stand_apart(ana):
    actions.finish_task(make.task(ana, "old"), today=make.today())
    make.task(ana, "new")
    assert (texts(ana), texts(ana, "?show=done")) == (["new"], ["old"])


def test_a_text_that_looks_like_markup_stays_text(ana):
    make.task(ana, "<script>alert(1)</script> العربية")
    assert "<script>alert" not in make.page(ana, "task-list")


def test_nobody_else_sees_it(ana, cem, stranger):
    make.task(ana)
    assert cem.client.get(make.at("task-list", ana)).status_code == 404
    assert stranger.get(make.at("task-list", ana)).status_code == 403
    assert texts(cem) == []


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for _ in range(count):
        make.task(ana)
    with django_assert_num_queries(6):
        page = ana.client.get(make.at("task-list", ana))
    assert len(page.context["rows"]) == count


def test_the_fifty_first_stands_on_the_next_page(ana):
    for _ in range(51):
        make.task(ana)
    assert len(rows(ana, "?page=2")) == 1
    assert "?page=2" in make.page(ana, "task-list")


def test_what_cannot_be_opened_is_said_and_breaks_nothing(ana):
    one, other = make.task(ana, "one"), make.task(ana, "other")
    other.item.ciphertext = one.item.ciphertext
    other.item.save()
    assert sorted(texts(ana)) == ["This task cannot be opened.", "one"]


def test_whoever_left_takes_nothing(ana, bo):
    seat, task = bo.seat, make.task(ana)
    type(seat).objects.filter(pk=seat.pk).update(left_on=make.today())
    with pytest.raises(ValidationError):
        actions.take_task(task, seat=seat)
