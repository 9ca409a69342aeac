"""Decide anew."""

from django.urls import reverse

from rooted.doubles import actions
from rooted.doubles.models import Pair
from rooted.doubles.tests import make


def press(member, pair):
    return member.client.post(reverse("doubles:double-reopen", args=[member.group.address, pair.pk]))


def test_a_pair_is_open_again(ana, docks):
    pair = actions.keep_apart(make.pair(docks), seat=ana.seat)
    assert (press(ana, pair).status_code, Pair.objects.get().verdict) == (302, "")


def test_not_for_the_other_group(ana, cem, docks, depot):
    pair = actions.keep_apart(make.pair(docks, depot), seat=ana.seat)
    assert (press(cem, pair).status_code, Pair.objects.get().verdict) == (409, "apart")
