"""Making a small circle."""

from rooted.circles.models import SealedItem
from rooted.groups.access import circle_choices, circles_of
from rooted.groups.models import SmallCircle
from rooted.groups.small_circles import MOST, open_small, seats_in
from rooted.groups.tests.make import at, circle, member


def test_a_member_makes_one_with_those_chosen(ana, bo):
    third = member(ana, "dina")
    answer = ana.client.post(at("groups:circle-make", ana), {"called": "Car share", "seats": [bo.seat.pk]})
    small = SmallCircle.objects.get()
    assert answer.url == at("groups:circle", ana, small.pk)
    assert seats_in(open_small(bo.seat)[0]) == {ana.seat.pk, bo.seat.pk}
    assert [[name for _key, name in circle_choices(who.seat)] for who in (ana, bo, third)] == [
        ["Everyone in the group", "Car share"],
        ["Everyone in the group", "Car share"],
        ["Everyone in the group"],
    ]
    assert len(circles_of(bo.seat)) == 2


def test_its_name_stands_nowhere_in_clear(ana, bo):
    circle(ana, bo, name="Car share")
    rows = [bytes(item.ciphertext) for item in SealedItem.objects.all()]
    assert [b"Car share" in row for row in rows] == [False] * len(rows)


def test_nobody_of_another_group_and_nobody_who_left_can_be_chosen(ana, bo, cem):
    fields = {"called": "Car share", "seats": [cem.seat.pk]}
    page = ana.client.post(at("groups:circle-make", ana), fields).content.decode()
    assert (SmallCircle.objects.count(), 'value="Car share"' in page) == (0, True)
    circle(ana, cem)
    assert open_small(cem.seat) == []


def test_a_member_can_be_in_twenty_and_is_told_so(ana, bo):
    for number in range(MOST):
        circle(ana, bo, name=f"Circle {number}")
    fields = {"called": "One more", "seats": [bo.seat.pk]}
    page = ana.client.post(at("groups:circle-make", ana), fields).content.decode()
    assert ("Leave one first." in page, SmallCircle.objects.count()) == (True, MOST)


def test_a_stranger_and_a_member_elsewhere_cannot(ana, bo, cem, stranger):
    assert stranger.post(at("groups:circle-make", ana), {}).status_code == 403
    assert cem.client.post(at("groups:circle-make", ana), {}).status_code == 404
