"""They are one."""

from django.urls import reverse

from rooted.doubles import actions
from rooted.doubles.tests import make
from rooted.struggles.models import Struggle


def press(member, pair, **chosen):
    return member.client.post(reverse("doubles:double-join", args=[member.group.address, pair.pk]), chosen)


def test_the_other_record_is_no_longer_listed(ana, docks):
    pair = make.pair(docks)
    response = press(ana, pair, stands="other")
    assert response.url == reverse("doubles:double-detail", args=["docks", pair.pk])
    assert list(Struggle.objects.public()) == [pair.other]


def test_without_a_choice_nothing_happens(ana, docks):
    response = press(ana, make.pair(docks))
    assert (response.status_code, "Choose one." in response.content.decode()) == (200, True)
    assert Struggle.objects.public().count() == 2


def test_another_group_is_asked_and_answers(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    press(ana, pair, stands=make.of(pair, docks))
    assert Struggle.objects.public().count() == 2
    press(cem, pair, stands=make.of(pair, docks))
    assert Struggle.objects.public().get().group == docks


def test_whoever_comes_second_is_told(ana, bo, docks):
    pair = make.pair(docks)
    actions.keep_apart(pair, seat=ana.seat)
    response = press(bo, pair, stands="one")
    assert (response.status_code, "Somebody decided meanwhile" in response.content.decode()) == (409, True)


def test_a_group_with_no_record_in_it_cannot(cem, docks):
    assert press(cem, make.pair(docks), stands="one").status_code == 404
