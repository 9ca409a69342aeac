"""Letters are erased on their day."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.intake.actions import erase_expired
from rooted.intake.interpreting import drop_ended


@job("letters-erase", every=timedelta(hours=6), outside=True)
def erase_letters(now: datetime) -> None:
    """Erase what nobody wrote in for 60 days, and ended links of interpreters; twice does no harm."""
    erase_expired(now.date())
    drop_ended(now.date())
