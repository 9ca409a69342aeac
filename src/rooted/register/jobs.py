"""Texts of decisions burn on their day."""

from datetime import datetime, timedelta

from rooted.base.days import begun_everywhere
from rooted.base.jobs import job
from rooted.register.actions import burn_due


@job("decisions-burn", every=timedelta(hours=1), outside=True)
def burn_decisions(now: datetime) -> None:
    """Erase the texts whose day has come; twice does no harm. Opens nothing, so it needs nobody."""
    burn_due(begun_everywhere(now))
