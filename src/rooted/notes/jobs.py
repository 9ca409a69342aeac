"""Announcements are erased on their day, and minutes that burn on theirs."""

from datetime import datetime, timedelta

from rooted.base.days import begun_everywhere
from rooted.base.jobs import job
from rooted.notes.actions import erase_expired
from rooted.notes.burning import burn_due


@job("announcements-erase", every=timedelta(hours=12), outside=True)
def erase_announcements(now: datetime) -> None:
    """Erase announcements after a year, and the traces of withdrawn ones after 14 days; twice does no harm."""
    erase_expired(now.date())


@job("minutes-burn", every=timedelta(hours=1), outside=True)
def burn_minutes(now: datetime) -> None:
    """Erase minutes with the decision that burns; twice does no harm."""
    burn_due(begun_everywhere(now))
