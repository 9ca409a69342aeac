"""tasks:hand-over, what a new person needs to take over."""

import pytest

from rooted.groups.actions import close_group
from rooted.groups.models import Group
from rooted.tasks import actions, handover
from rooted.tasks.models import HandOver, Section, Slot
from rooted.tasks.tests import make


def shown(member):
    return member.client.get(make.at("hand-over", member)).context


def test_an_empty_one_asks_the_questions(ana):
    page = make.page(ana, "hand-over")
    assert "Where are the keys? Whom does one ring? What is paid, and when?" in page


def test_it_holds_ways_in_roles_tasks_rota_and_what_only_one_knows(ana, bo):
    Group.objects.update(phone="01632 960 011", hour_text="Wednesdays 18:00")
    make.holding(bo, make.role(ana))
    make.task(ana)
    make.held(bo, days=0)
    make.section(ana)
    page = make.page(ana, "hand-over")
    for text in ("01632 960 011", "Wednesdays 18:00", "Keys", "Only one holds this.", make.TEXT, "At the laundry."):
        assert text in page
    assert [(row.name, row.who) for row in shown(ana)["next"]] == [("Phone", "Bo has it.")]


def test_the_phone_of_the_group_can_be_called_from_it(ana):
    Group.objects.update(phone="+44 (0)1632 960 011")
    assert 'href="tel:+441632960011"' in make.page(ana, "hand-over")


def test_done_tasks_and_days_after_a_month_are_not_on_it(ana):
    make.duty(ana)
    actions.finish_task(make.task(ana), today=make.today())
    assert shown(ana)["tasks"] == []
    assert len(shown(ana)["rota"]) == 31


def test_what_is_due_stands_by_day_roles_that_end_among_it(ana):
    held = make.holding(ana, make.role(ana), months=3)
    for text, due_on in (("some day", None), ("late", make.in_days(25)), ("soon", make.in_days(2))):
        make.task(ana, text, due_on)
    actions.take_task(make.task(ana, "mine"), seat=ana.seat)
    before = len(shown(ana)["due"])
    type(held).objects.update(ends_on=make.in_days(20))
    said = [name or row.text for _day, row, name in shown(ana)["due"]]
    assert (before, said[:3], len(said)) == (4, ["soon", "Ana", "late"], 5)


def test_it_says_that_passwords_do_not_belong_here(ana):
    assert "Write no passwords here" in make.page(ana, "section-add")


def test_a_group_that_closed_leaves_nothing(ana):
    handover.want_monthly(ana.group, today=make.today())
    make.section(ana)
    make.held(ana)
    close_group(ana.group, today=make.today())
    assert [model.objects.count() for model in (HandOver, Section, Slot)] == [0, 0, 0]


def test_nobody_else_sees_it(ana, cem, stranger):
    assert cem.client.get(make.at("hand-over", ana)).status_code == 404
    assert stranger.get(make.at("hand-over", ana)).status_code == 403


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for number in range(count):
        make.task(ana)
        make.section(ana)
        make.holding(ana, make.role(ana, f"Role {number}"))
        make.duty(ana, f"Duty {number}", weekdays=[make.today().weekday()])
    with django_assert_num_queries(11):
        page = ana.client.get(make.at("hand-over", ana))
    assert len(page.context["sections"]) == count
