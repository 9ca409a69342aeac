"""tasks:role-list, who answers for what until when; and the end of roles."""

import pytest

from rooted.groups.actions import part
from rooted.tasks import roles
from rooted.tasks.models import Holding
from rooted.tasks.tests import make


def rows(member):
    return member.client.get(make.at("role-list", member)).context["rows"]


def test_no_role_yet_says_what_one_is(ana):
    assert "A role is what somebody answers for over some months" in make.page(ana, "role-list")


def test_each_says_what_it_involves_who_holds_it_and_until_when(ana, bo):
    role = make.role(ana)
    make.holding(ana, role, months=3)
    make.holding(bo, role, months=6)
    (row,) = rows(bo)
    assert (row.name, row.about, row.missing) == ("Keys", "Opens and locks the room.", "")
    assert [(one.name, one.mine) for one in row.holders] == [("Ana", False), ("Bo", True)]


def test_what_fewer_than_two_hold_is_flagged(ana, bo):
    role = make.role(ana)
    said = [rows(ana)[0].missing]
    for member in (ana, bo):
        make.holding(member, role)
        said.append(rows(ana)[0].missing)
    assert said == ["Nobody holds this.", "Only one holds this.", ""]


def test_a_role_ends_by_itself(ana):
    held = make.holding(ana, make.role(ana))
    Holding.objects.filter(pk=held.pk).update(ends_on=make.today())
    last_day = [one.name for one in rows(ana)[0].holders]
    Holding.objects.filter(pk=held.pk).update(ends_on=make.in_days(-1))
    assert (last_day, rows(ana)[0].holders) == (["Ana"], [])


def test_what_ended_is_forgotten_the_day_after(ana):
    held = make.holding(ana, make.role(ana))
    ended = [roles.erase_ended_holdings(held.ends_on + (make.in_days(n) - make.today())) for n in (0, 1)]
    assert (ended, Holding.objects.count()) == ([0, 1], 0)


def test_whoever_leaves_holds_nothing(ana, bo):
    make.holding(bo, make.role(ana))
    part(bo.seat, today=make.today())
    assert rows(ana)[0].holders == []


def test_nobody_else_sees_it(ana, cem, stranger):
    make.role(ana)
    assert cem.client.get(make.at("role-list", ana)).status_code == 404
    assert stranger.get(make.at("role-list", ana)).status_code == 403
    assert rows(cem) == []


@pytest.mark.parametrize("count", [3, 50])
def test_the_number_of_queries_does_not_grow(ana, count, django_assert_num_queries):
    for number in range(count):
        make.holding(ana, make.role(ana, f"Role {number}"))
    with django_assert_num_queries(6):
        page = ana.client.get(make.at("role-list", ana))
    assert len(page.context["rows"]) == count
