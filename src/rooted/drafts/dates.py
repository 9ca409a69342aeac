"""Days as exact as they are known: day, month and year in three boxes, so that 1919 is as easy as yesterday."""

import calendar
from dataclasses import dataclass
from datetime import date

SAID = ("unclear", "decade", "century")  # what nobody can tell from the boxes alone


@dataclass(frozen=True)
class Parts:
    """What stands in the boxes. `exact`: one of SAID, or "" for "as it is written"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    exact: str = ""


class Impossible(ValueError):
    """No such day: `box` says in which box the mistake is."""

    def __init__(self, box: str) -> None:
        super().__init__(box)
        self.box = box


def known(parts: Parts) -> tuple[date, str] | None:
    """The first day it can mean, and its precision (struggles.codes.DATE_PRECISIONS); None for empty boxes."""
    if parts.year is None:
        if parts.month is None and parts.day is None:
            return None
        raise Impossible("year")
    if parts.day is not None and parts.month is None:
        raise Impossible("month")
    if parts.day is not None and parts.day > calendar.monthrange(parts.year, parts.month or 1)[1]:
        raise Impossible("day")
    if parts.exact in ("decade", "century"):
        return date(parts.year, 1, 1), parts.exact
    written = "day" if parts.day else "month" if parts.month else "year"
    precision = "unclear" if parts.exact == "unclear" and written == "day" else written
    return date(parts.year, parts.month or 1, parts.day or 1), precision


def boxes(day: date | None, precision: str) -> Parts:
    """What stands in the boxes for a day that is stored; `known` of it gives the same back."""
    if day is None:
        return Parts()
    if precision in ("decade", "century", "year"):
        return Parts(day.year, exact=precision if precision != "year" else "")
    if precision == "month":
        return Parts(day.year, day.month)
    return Parts(day.year, day.month, day.day, "unclear" if precision == "unclear" else "")
