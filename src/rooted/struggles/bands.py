"""How many took part, how long it lasted, days not worked, cut into bands: for finding, comparing, drawing alike."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from rooted.records.codes import GOES_ON, UNKNOWN


@dataclass(frozen=True)
class Band:
    """Whole numbers from `low` to `high`, both counted; None: no end."""

    words: Promise | str
    low: int
    high: int | None = None

    def holds(self, number: int) -> bool:
        return self.low <= number and (self.high is None or number <= self.high)


# People (or households). 2, 10 and 1,000 are the thresholds of the great registers: see docs/words.md, "size".
SIZES: dict[str, Band] = {
    "few": Band(_("Under 10"), 1, 9),
    "tens": Band(_("10 to 99"), 10, 99),
    "hundreds": Band(_("100 to 999"), 100, 999),
    "thousands": Band(_("1,000 to 9,999"), 1_000, 9_999),
    "more": Band(_("10,000 and more"), 10_000),
}
# Days, the first and the last counted.
DURATIONS: dict[str, Band] = {
    "a-day": Band(_("One day"), 1, 1),
    "a-week": Band(_("2 to 7 days"), 2, 7),
    "a-month": Band(_("8 to 30 days"), 8, 30),
    "a-season": Band(_("31 to 90 days"), 31, 90),
    "longer": Band(_("More than 90 days"), 91),
}
SIZE = Coalesce("estimate_low", "estimate_high")  # of a range the lower end: what is surely reached
KNOWN: dict[str, Q] = {
    "outcome": ~Q(outcome__in=(UNKNOWN, GOES_ON)),
    "size": ~Q(estimate_low=None, estimate_high=None),
    "lasted": Q(lasted_days__isnull=False),
    "days": ~Q(days_low=None, days_high=None),
}

NOT_KNOWN: dict[str, Q] = {"year": Q(started_precision__in=("decade", "century"))}


def band_of(bands: dict[str, Band], number: int | None) -> str:
    """The code of the band `number` lies in; "unknown" for None."""
    if number is None:
        return UNKNOWN
    return next(code for code, band in bands.items() if band.holds(number))


def of_size(code: str) -> Q:
    """Struggles of one band of SIZES, or those whose number nobody knows ("unknown")."""
    return _ranged("estimate", code)


def of_days(code: str) -> Q:
    """The same of days not worked."""
    return _ranged("days", code)


def _ranged(name: str, code: str) -> Q:
    low, high = f"{name}_low", f"{name}_high"
    if code == UNKNOWN:
        return Q((low, None), (high, None))
    return _within(low, SIZES[code]) | (Q((low, None)) & _within(high, SIZES[code]))


def of_duration(code: str) -> Q:
    """Struggles of one band of DURATIONS, or those not known to the day ("unknown")."""
    return Q(lasted_days=None) if code == UNKNOWN else _within("lasted_days", DURATIONS[code])


def _within(field: str, band: Band) -> Q:
    found = Q((f"{field}__gte", band.low))
    return found if band.high is None else found & Q((f"{field}__lte", band.high))


LARGEST_FIRST = (SIZE.desc(nulls_last=True), "-started_on", "id")
LONGEST_FIRST = (F("lasted_days").desc(nulls_last=True), "-started_on", "id")
