"""Pairs are looked for in small pieces; a piece that was broken off is done again and adds nothing."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from rooted.base.jobs import enqueue, job
from rooted.doubles.actions import forget_corrected, look_at_some
from rooted.doubles.naming import pairs_of_joined


@job("doubles-look", every=timedelta(hours=1), outside=True)
def look(now: datetime) -> None:
    """Whether there are records nobody compared: a first piece of them."""
    _look(now, None)


@job("doubles-joined", every=timedelta(hours=1), outside=True)
def pair_joined(now: datetime) -> None:
    """What an import joined can be parted from now on."""
    while pairs_of_joined(today=timezone.localdate(now)):
        pass


@job("doubles-go-on", outside=True)
def go_on(before: str, now: datetime) -> None:
    """The next piece, from that day on back."""
    _look(now, date.fromisoformat(before))


def _look(now: datetime, before: date | None) -> None:
    reached = look_at_some(before=before, today=timezone.localdate(now))
    if reached is not None:
        enqueue("doubles-go-on", run_after=now, before=reached.isoformat())


@job("doubles-corrected", every=timedelta(days=1), outside=True)
def look_at_corrected(now: datetime) -> None:
    """What was corrected may be like others now."""
    forget_corrected(today=timezone.localdate(now))
