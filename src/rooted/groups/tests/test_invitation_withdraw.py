"""Withdrawing an invitation."""

from django.urls import reverse

from rooted.groups.models import Invitation
from rooted.groups.tests.make import at, invitation


def test_any_member_withdraws_it_and_the_link_is_dead(ana, bo, stranger):
    made = invitation(ana)
    assert bo.client.post(at("groups:invitation-withdraw", bo, made.pk)).url == at("groups:invite", bo)
    assert stranger.get(reverse("groups:join", args=[made.pk])).status_code == 404


def test_twice_does_no_harm(ana):
    made = invitation(ana)
    for _time in range(2):
        assert ana.client.post(at("groups:invitation-withdraw", ana, made.pk)).status_code == 302


def test_nobody_withdraws_an_invitation_of_another_group(ana, cem):
    made = invitation(ana)
    cem.client.post(at("groups:invitation-withdraw", cem, made.pk))
    assert Invitation.objects.filter(pk=made.pk).exists()


def test_looking_changes_nothing(ana):
    made = invitation(ana)
    assert ana.client.get(at("groups:invitation-withdraw", ana, made.pk)).status_code == 405
    assert Invitation.objects.count() == 1
