"""Withdrawing a removal; a proposal nobody confirms ends by itself."""

from datetime import timedelta

from django.utils import timezone

from rooted.groups.jobs import tidy_groups
from rooted.groups.models import FoundingLink, Invitation, Seat
from rooted.groups.tests.make import at, invitation, member


def test_anyone_else_gives_access_back(ana, bo):
    third = member(ana, "dina")
    seat = third.seat.pk
    ana.client.post(at("groups:removal-propose", ana, seat))
    assert bo.client.post(at("groups:removal-withdraw", bo, seat)).url == at("groups:seat-list", bo)
    assert third.client.get(at("groups:seat-list", third)).status_code == 200


def test_after_14_days_without_another_member_it_lapses(ana, bo):
    seat = member(ana, "dina").seat.pk
    ana.client.post(at("groups:removal-propose", ana, seat))
    now = timezone.now()
    tidy_groups(now + timedelta(days=13))
    assert Seat.objects.exclude(paused_on=None).count() == 1
    tidy_groups(now + timedelta(days=14))
    assert Seat.objects.exclude(paused_on=None).count() == 0


def test_ended_invitations_and_founding_links_are_deleted(ana):
    made = invitation(ana)
    FoundingLink.objects.create(digest=b"x" * 32, expires_on=made.expires_on)
    tidy_groups(timezone.now() + timedelta(days=2))
    assert (Invitation.objects.count(), FoundingLink.objects.count()) == (1, 1)
    tidy_groups(timezone.now() + timedelta(days=5))
    assert (Invitation.objects.count(), FoundingLink.objects.count()) == (0, 0)
