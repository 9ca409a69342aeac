"""Announcements are erased on their day."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.notes.actions import erase_expired


@job("announcements-erase", every=timedelta(hours=12), outside=True)
def erase_announcements(now: datetime) -> None:
    """Erase announcements after a year, and the traces of withdrawn ones after 14 days; twice does no harm."""
    erase_expired(now.date())
