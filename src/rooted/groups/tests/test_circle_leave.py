"""Leaving a small circle."""

import pytest
from django.core.exceptions import ValidationError

from rooted.base import seal
from rooted.circles.models import Circle
from rooted.groups.models import SmallCircle
from rooted.groups.sealed import SMALL_CIRCLE
from rooted.groups.small_circles import leave_circle, open_small
from rooted.groups.tests.make import at, circle


def test_whoever_leaves_reads_nothing_any_more_and_the_rest_have_a_new_key(ana, bo):
    small = circle(ana, bo)
    old = open_small(bo.seat)[0].keys
    bo.client.post(at("groups:circle-leave", bo, small.pk))
    assert open_small(bo.seat) == []
    assert bo.client.get(at("groups:circle", bo, small.pk)).status_code == 404
    item = open_small(ana.seat)[0].keys.seal(SMALL_CIRCLE, {"name": "later"})
    assert item.epoch == 2
    with pytest.raises(seal.Closed):
        old.read(item)


def test_they_stay_in_the_group(ana, bo):
    small = circle(ana, bo)
    bo.client.post(at("groups:circle-leave", bo, small.pk))
    assert bo.seat.name == "Bo"


def test_the_last_one_is_told_first_and_erases_it(ana, bo):
    small = circle(ana)
    page = at("groups:circle-leave", ana, small.pk)
    assert "everything in it is erased" in ana.client.get(page).content.decode()
    ana.client.post(page)
    assert SmallCircle.objects.count() == 1
    ana.client.post(page, {"erase": "yes"})
    assert (SmallCircle.objects.count(), Circle.objects.count()) == (0, 1)


def test_of_two_who_leave_at_once_the_late_one_is_asked_again(ana, bo):
    circle(ana, bo)
    seats = [(who.seat, open_small(who.seat)[0]) for who in (ana, bo)]
    leave_circle(*seats[0])
    with pytest.raises(ValidationError):
        leave_circle(*seats[1])
    assert SmallCircle.objects.count() == 1
    leave_circle(*seats[1], erase=True)
    assert SmallCircle.objects.count() == 0
