"""What comes by itself. Only days are read here; nothing is opened."""

from datetime import datetime, timedelta

from rooted.assembly.running import erase_old_lists
from rooted.assembly.voting import burn_due
from rooted.base.jobs import job


@job("speaking-lists-erase", every=timedelta(hours=6), outside=True)
def erase_speaking_lists(now: datetime) -> None:
    """Erase speaking lists two days after their sitting; twice does no harm."""
    erase_old_lists(now.date())


@job("proposals-burn", every=timedelta(hours=6), outside=True)
def burn_proposals(now: datetime) -> None:
    """Erase proposals on the day that was set for it, with all that was said and voted; twice does no harm."""
    burn_due(now.date())
