"""Days not worked: the sum, over all days, of the workers who were out times the part of the day they were out.

Source: Resolution concerning statistics of strikes, lockouts and other action due to labour disputes, Fifteenth
International Conference of Labour Statisticians (ILO, Geneva 1993): time not worked is measured in working days, days
of which only a part was lost are turned into whole ones, and estimates are marked as such.

What is not known is None, never 0. The lowest figure counts only the days whose lowest number is known; the highest is
known only if it is known for every day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from rooted.records.record import Day

WHOLE = 100  # hundredths of a day
WEEKEND = (5, 6)
FRIDAY = 4
MOST_DAYS = 400  # days of one line


@dataclass(frozen=True)
class NotWorked:
    """Days not worked, rounded to whole days; `estimated` if any day is, or if any number is missing."""

    low: int | None = None
    high: int | None = None
    estimated: bool = True
    unknown: int = 0  # days of which no number is known


def days_not_worked(days: Iterable[Day]) -> NotWorked:
    """The figure for all `days` of a dispute, at all sites."""
    every = list(days)
    lows = [day.workers_low * day.percent for day in every if day.workers_low is not None]
    highs = [day.workers_high * day.percent for day in every if day.workers_high is not None]
    unknown = sum(day.workers_low is None and day.workers_high is None for day in every)
    complete = bool(every) and len(highs) == len(every)
    return NotWorked(
        low=_whole(sum(lows)) if lows else None,
        high=_whole(sum(highs)) if complete else None,
        estimated=any(day.estimated for day in every) or not complete or len(lows) < len(every),
        unknown=unknown,
    )


def _whole(hundredths: int) -> int:
    """Whole days, half up; something is never nothing."""
    return max(1, (hundredths + WHOLE // 2) // WHOLE)


@dataclass(frozen=True)
class Stretch:
    """The same at one site for several days; `weekdays`: without Saturdays and Sundays."""

    first: date
    last: date
    site: str = ""
    workers_low: int | None = None
    workers_high: int | None = None
    percent: int = WHOLE
    estimated: bool = True
    weekdays: bool = False

    @property
    def days(self) -> tuple[Day, ...]:
        """One Day for each day of it."""
        every = [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]
        counted = [day for day in every if not (self.weekdays and day.weekday() in WEEKEND)]
        same = (self.site, self.workers_low, self.workers_high, self.percent, self.estimated)
        return tuple(Day(day, *same) for day in counted)

    @property
    def sum(self) -> NotWorked:
        """What it adds, for the working that is shown."""
        return days_not_worked(self.days)


def stretches(days: Iterable[Day]) -> list[Stretch]:
    """The same days in as few stretches as they make, in their order; the days of all of them are `days` again."""
    found: list[Stretch] = []
    for day in days:
        if found and (joined := _joined(found[-1], day)):
            found[-1] = joined
        else:
            same = (day.site, day.workers_low, day.workers_high, day.percent, day.estimated)
            found.append(Stretch(day.day, day.day, *same))
    return found


def _joined(before: Stretch, day: Day) -> Stretch | None:
    """`before` with `day` as its last; None where it does not go on."""
    same = (before.site, before.workers_low, before.workers_high, before.percent, before.estimated)
    if same != (day.site, day.workers_low, day.workers_high, day.percent, day.estimated):
        return None
    gap = (day.day - before.last).days
    over_a_weekend = gap == 3 and before.last.weekday() == FRIDAY
    has_a_weekend = not before.weekdays and any(one.day.weekday() in WEEKEND for one in before.days)
    if over_a_weekend and not has_a_weekend:
        return Stretch(before.first, day.day, *same, weekdays=True)
    if gap == 1 and not (before.weekdays and day.day.weekday() in WEEKEND):
        return Stretch(before.first, day.day, *same, weekdays=before.weekdays)
    return None
