"""Ends what has ended: old invitations, founding links, proposals nobody confirmed."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.groups.models import FoundingLink, Invitation, Newcomer
from rooted.groups.removals import lapse_removals
from rooted.groups.vouching import end_waiting, left_over


@job("groups-tidy", every=timedelta(hours=6))
def tidy_groups(now: datetime) -> None:
    """End invitations, founding links, newcomers' waiting and proposals of removal whose time is over."""
    Invitation.objects.filter(expires_on__lt=now.date()).delete()
    FoundingLink.objects.filter(expires_on__lt=now.date()).delete()
    end_waiting(Newcomer.objects.filter(expires_on__lt=now.date()))
    left_over().delete()
    lapse_removals(today=now.date())
