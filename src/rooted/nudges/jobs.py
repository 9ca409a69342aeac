"""Once a day each wish is looked at; each mail is a piece of work of its own, which may fail alone."""

import logging
from datetime import datetime, timedelta

from django.utils import timezone

from rooted.base.jobs import job
from rooted.base.logs import tell
from rooted.nudges import mail
from rooted.nudges.actions import look_at_all, send_nudge

FROM_HOUR = 8  # in the server's time zone: nobody's telephone wakes them


@job("nudge-day", every=timedelta(hours=1), lane="mail", outside=True)
def look_at_the_day(now: datetime) -> None:
    """Comes every hour and finds each wish looked at but once; also erases what rests for too long."""
    local = timezone.localtime(now)
    if local.hour >= FROM_HOUR and mail.is_set_up():
        look_at_all(local.date())


@job("nudge-send", lane="mail", outside=True)
def send_one(nudge: int, day: str, now: datetime) -> None:
    """One mail. A failure before it was handed over is tried again; one after it is not."""
    try:
        send_nudge(nudge, day=day, today=timezone.localtime(now).date())
    except (mail.Refused, mail.Unsure) as end:
        tell("nudge-ended", level=logging.WARNING, kind=type(end).__name__)
