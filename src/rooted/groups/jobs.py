"""Ends what has ended: old invitations, founding links, proposals nobody confirmed."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.groups.models import FoundingLink, Invitation
from rooted.groups.removals import lapse_removals


@job("groups-tidy", every=timedelta(hours=6))
def tidy_groups(now: datetime) -> None:
    """Delete invitations and founding links that ended; give access back where a removal was not confirmed."""
    Invitation.objects.filter(expires_on__lt=now.date()).delete()
    FoundingLink.objects.filter(expires_on__lt=now.date()).delete()
    lapse_removals(today=now.date())
