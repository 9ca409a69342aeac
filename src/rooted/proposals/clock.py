"""Moments by the clock on the wall, across the days on which clocks change.

An hour that comes twice (autumn) is its second coming; one that the clock leaps over (spring) is as much later as the
clock leaps: of two ways to read a clock the later one holds, so that nobody who goes by it is too late.
"""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone


def moment(day: date, clock: time) -> datetime:
    """This clock on this day, in the zone of whoever reads the page. In UTC: two readings of one clock are never equal
    in their own zone (PEP 495).
    """
    zone = timezone.get_current_timezone()
    return max(datetime.combine(day, clock.replace(fold=fold), tzinfo=zone).astimezone(UTC) for fold in (0, 1))


def days_later(from_now: datetime, days: int) -> datetime:
    """So many days later at the same clock, which is not always so many times 24 hours."""
    local = timezone.localtime(from_now)
    return moment(local.date() + timedelta(days=days), local.time())
