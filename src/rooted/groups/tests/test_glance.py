"""What the notice board asks of every app at once."""

import pytest
from django.utils import timezone

from rooted.groups.glance import glance
from rooted.groups.invitations import make_invitation
from rooted.groups.small_circles import make_circle


def test_a_new_group_has_one_member_and_nothing_else(ana):
    assert {name: many for name, many in glance(ana.seat).items() if many} == {"members": 1}


def test_it_is_one_statement_a_request(ana, django_assert_num_queries):
    seat = ana.seat
    with django_assert_num_queries(1):
        assert glance(seat) is glance(seat)
    assert glance(ana.seat) is not glance(seat)


def test_each_group_sees_its_own(ana, bo, cem):
    assert [glance(one.seat)["members"] for one in (ana, bo, cem)] == [2, 2, 1]


def test_a_small_circle_is_seen_by_those_inside(ana, bo):
    make_circle(ana.seat, name="Press", seats=[])
    assert [glance(one.seat)["circles"] for one in (ana, bo)] == [1, 0]


@pytest.mark.parametrize("name", ["invitations", "newcomers", "members.noted"])
def test_what_is_not_there_is_not_looked_for(ana, name):
    assert not glance(ana.seat)[name]


def test_an_invitation_is_seen(ana):
    make_invitation(ana.seat, spoken="apple harbour lantern ninety", now=timezone.now())
    assert glance(ana.seat)["invitations"]
