"""Letting further members into a small circle."""

from rooted.groups.sealed import SMALL_CIRCLE
from rooted.groups.small_circles import let_in, open_small
from rooted.groups.tests.make import at, circle, member


def test_they_read_also_what_was_written_before(ana, bo):
    third = member(ana, "dina")
    small = circle(ana, bo)
    item = small.keys.seal(SMALL_CIRCLE, {"name": "before"})
    assert open_small(third.seat) == []
    answer = bo.client.post(at("groups:circle-admit", bo, small.pk), {"seats": [third.seat.pk]})
    assert answer.url == at("groups:circle", bo, small.pk)
    assert open_small(third.seat)[0].keys.read(item)["name"] == "before"


def test_letting_the_same_one_in_twice_does_no_harm(ana, bo):
    small = circle(ana)
    for _time in range(2):
        let_in(ana.seat, open_small(ana.seat)[0], [bo.seat.pk])
    assert [one.pk for one in open_small(bo.seat)] == [small.pk]


def test_a_paused_member_is_not_let_in(ana, bo):
    third = member(ana, "dina")
    target = third.seat.pk
    small = circle(ana, bo)
    bo.client.post(at("groups:removal-propose", bo, target))
    assert ana.client.post(at("groups:circle-admit", ana, small.pk), {"seats": [target]}).status_code == 200
    let_in(ana.seat, open_small(ana.seat)[0], [target])
    bo.client.post(at("groups:removal-withdraw", bo, target))
    assert open_small(third.seat) == []


def test_when_all_are_inside_the_page_says_so(ana, bo):
    small = circle(ana, bo)
    page = ana.client.get(at("groups:circle-admit", ana, small.pk)).content.decode()
    assert "Every member of the group is inside." in page
