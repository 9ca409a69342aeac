"""What comes by itself. Only days are read here; nothing is opened."""

from datetime import datetime, timedelta

from rooted.assembly.burning import burn_due
from rooted.assembly.running import erase_old_lists
from rooted.base.days import begun_everywhere
from rooted.base.jobs import job


@job("speaking-lists-erase", every=timedelta(hours=6), outside=True)
def erase_speaking_lists(now: datetime) -> None:
    """Erase speaking lists two days after their sitting; twice does no harm."""
    erase_old_lists(now.date())


@job("assembly-minutes-burn", every=timedelta(hours=1), outside=True)
def burn_minutes(now: datetime) -> None:
    """Erase minutes and sheets on the day on which the decision they tell of burns; twice does no harm."""
    burn_due(begun_everywhere(now))
