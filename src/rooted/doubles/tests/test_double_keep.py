"""They are two."""

from django.urls import reverse

from rooted.doubles.models import APART, Pair
from rooted.doubles.tests import make
from rooted.struggles.models import Struggle


def press(member, pair):
    return member.client.post(reverse("doubles:double-keep", args=[member.group.address, pair.pk]))


def test_both_stand_and_the_pair_is_decided(ana, docks):
    press(ana, make.pair(docks))
    pair = Pair.objects.get()
    assert (pair.verdict, pair.decided_seat, Struggle.objects.public().count()) == (APART, ana.seat.pk, 2)


def test_an_asked_group_says_no(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    join = reverse("doubles:double-join", args=["docks", pair.pk])
    ana.client.post(join, {"stands": make.of(pair, docks)})
    assert press(cem, pair).status_code == 302
    assert (Pair.objects.get().verdict, Struggle.objects.public().count()) == (APART, 2)


def test_whoever_comes_second_is_told(ana, bo, docks):
    pair = make.pair(docks)
    press(ana, pair)
    assert press(bo, pair).status_code == 409
