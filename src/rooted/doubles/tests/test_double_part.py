"""Part them again."""

from django.urls import reverse

from rooted.doubles import actions
from rooted.doubles.tests import make
from rooted.struggles.models import Struggle


def press(member, pair):
    return member.client.post(reverse("doubles:double-part", args=[member.group.address, pair.pk]))


def test_both_stand_again(ana, docks):
    pair = make.pair(docks)
    actions.join_records(pair, stands="one", seat=ana.seat)
    assert (press(ana, pair).status_code, Struggle.objects.public().count()) == (302, 2)


def test_members_of_either_group_part(ana, cem, docks, depot):
    pair = make.pair(docks, depot)
    actions.join_records(pair, stands=make.of(pair, depot), seat=ana.seat)
    assert (press(cem, pair).status_code, Struggle.objects.public().count()) == (302, 2)


def test_what_was_never_joined_is_not_parted(ana, docks):
    assert press(ana, make.pair(docks)).status_code == 409
