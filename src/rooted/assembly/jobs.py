"""What comes by itself. Only days are read here; nothing is opened."""

from datetime import datetime, timedelta

from rooted.assembly.running import erase_old_lists
from rooted.base.jobs import job


@job("speaking-lists-erase", every=timedelta(hours=6), outside=True)
def erase_speaking_lists(now: datetime) -> None:
    """Erase speaking lists two days after their sitting; twice does no harm."""
    erase_old_lists(now.date())
