"""Posters that were taken down are erased on their day."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.posters.actions import erase_expired


@job("posters-erase", every=timedelta(days=1), outside=True)
def erase_posters(now: datetime) -> None:
    """Twice does no harm."""
    erase_expired(now.date())
