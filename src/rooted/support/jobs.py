"""What two groups wrote is erased on its day."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.support.pairings import tidy


@job("support-tidy", every=timedelta(hours=12), outside=True)
def tidy_pairings(now: datetime) -> None:
    """Erase old messages and pairings that ended; twice does no harm."""
    tidy(now.date())
