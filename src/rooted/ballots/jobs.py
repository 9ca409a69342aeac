"""Questions that must not be kept are erased on their day."""

from datetime import datetime, timedelta

from rooted.ballots.actions import burn_due
from rooted.base.days import begun_everywhere
from rooted.base.jobs import job


@job("questions-burn", every=timedelta(hours=6), outside=True)
def burn_questions(now: datetime) -> None:
    """Erase questions with their votes and counts on the day set at their opening; twice does no harm."""
    burn_due(begun_everywhere(now))
