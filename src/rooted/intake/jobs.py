"""Letters are erased on their day."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.intake.actions import erase_expired


@job("letters-erase", every=timedelta(hours=6), outside=True)
def erase_letters(now: datetime) -> None:
    """Erase what nobody wrote in for 60 days; twice does no harm."""
    erase_expired(now.date())
