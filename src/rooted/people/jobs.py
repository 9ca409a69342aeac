"""Nobody stays unlocked because no request came."""

from datetime import datetime, timedelta

from rooted.base.jobs import job
from rooted.people.sessions import forget_idle


@job("people-forget-idle", every=timedelta(minutes=5))
def forget_idle_sessions(now: datetime) -> None:
    """Drop the key from sessions idle too long, and ended sessions whole."""
    forget_idle(now.timestamp())
