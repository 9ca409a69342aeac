"""What comes by itself. Only days are read here; nothing is opened."""

from datetime import datetime, timedelta

from rooted.base.days import begun_everywhere
from rooted.base.jobs import job
from rooted.proposals.voting import burn_due


@job("proposals-burn", every=timedelta(hours=6), outside=True)
def burn_proposals(now: datetime) -> None:
    """Erase proposals on the day that was set for it, with all that was said and voted; twice does no harm."""
    burn_due(begun_everywhere(now))
