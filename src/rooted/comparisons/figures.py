"""The arithmetic of comparing: shares with their bounds, medians with theirs. Pure: numbers in, numbers out.

What is not known is never left out in silence: each figure keeps n, how many are known, and between what it must lie
whatever is true of the others.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

FEW = 10  # known records below which we give counts, no percentages, and compare nothing
Z = 1.959964  # the normal quantile for 95 %
Interval = tuple[float, float]


def wilson(hits: int, known: int) -> Interval:
    """Between what shares 95 in 100 such counts would lie, as two numbers from 0 to 1; (0, 1) for nothing known.

    E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    Statistical Association 22 (1927), 209-212.
    """
    if not known:
        return 0.0, 1.0
    share, square = hits / known, Z * Z / known
    middle = (share + square / 2) / (1 + square)
    half = Z * math.sqrt(share * (1 - share) / known + square / (4 * known)) / (1 + square)
    low = 0.0 if hits == 0 else max(0.0, middle - half)
    return low, 1.0 if hits == known else min(1.0, middle + half)


def meet(one: tuple[float | None, float | None], other: tuple[float | None, float | None]) -> bool:
    """Whether two intervals have a number in common; None is an end that is open."""
    (low, high), (low2, high2) = one, other
    return (low is None or high2 is None or low <= high2) and (low2 is None or high is None or low2 <= high)


@dataclass(frozen=True)
class Share:
    """`hits` of `known`, of `n` records in all."""

    n: int
    known: int
    hits: int

    @property
    def few(self) -> bool:
        return self.known < FEW

    @property
    def middle(self) -> float | None:
        """The share of those known, from 0 to 1; None where nothing is known."""
        return self.hits / self.known if self.known else None

    @property
    def bounds(self) -> Interval:
        """The least and the largest share of all n: if none of the unknown, and if all of them, were hits."""
        return (self.hits / self.n, (self.hits + self.n - self.known) / self.n) if self.n else (0.0, 1.0)

    @property
    def chance(self) -> Interval:
        return wilson(self.hits, self.known)


@dataclass(frozen=True)
class Spread:
    """How often each number occurs (`times`: number -> records), among `n` records; the others are not known."""

    n: int
    times: Mapping[int, int]

    @cached_property
    def _steps(self) -> tuple[list[int], list[int]]:
        numbers = sorted(number for number, count in self.times.items() if count)
        return numbers, list(accumulate(self.times[number] for number in numbers))

    @property
    def known(self) -> int:
        _numbers, upto = self._steps
        return upto[-1] if upto else 0

    @property
    def few(self) -> bool:
        return self.known < FEW

    def ranked(self, place: int) -> int | None:
        """The number at this place (from 0) of all known in order; None outside of them."""
        numbers, upto = self._steps
        return numbers[bisect_right(upto, place)] if 0 <= place < self.known else None

    def quantile(self, part: float, *, below: int = 0, above: int = 0) -> float | None:
        """The number under which `part` of the known lie; with `below` and `above` more of them under or over all.

        Definition 7 of R. J. Hyndman, Y. Fan, "Sample quantiles in statistical packages", The American Statistician
        50 (1996), 361-365. None where it falls among those of which only the side is known.
        """
        if not (total := self.known + below + above):
            return None
        place = (total - 1) * part
        low = self.ranked(math.floor(place) - below)
        high = self.ranked(math.ceil(place) - below)
        if low is None or high is None:
            return None
        return low + (high - low) * (place - math.floor(place))

    @property
    def middle(self) -> float | None:
        """The median of those known."""
        return self.quantile(0.5)

    @property
    def quarters(self) -> tuple[float | None, float | None]:
        """The numbers under which a quarter and three quarters of the known lie."""
        return self.quantile(0.25), self.quantile(0.75)

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """Between what the median of all n lies, if the unknown were all small or all large; None: no such end."""
        unknown = self.n - self.known
        return self.quantile(0.5, below=unknown), self.quantile(0.5, above=unknown)

    @property
    def chance(self) -> tuple[float | None, float | None]:
        """Between what numbers the median lies in 95 of 100 such counts, by rank: n/2 plus or minus z √n / 2.

        H. A. David, H. N. Nagaraja, Order Statistics, 3rd edition (2003), section 7.1.
        """
        half = Z * math.sqrt(self.known) / 2
        return self.ranked(math.floor(self.known / 2 - half)), self.ranked(math.ceil(self.known / 2 + half))


@dataclass(frozen=True)
class Total:
    """A plain number of records: nothing of it is unknown."""

    n: int

    @property
    def known(self) -> int:
        return self.n

    @property
    def few(self) -> bool:
        return False

    @property
    def middle(self) -> float | None:
        return float(self.n)

    @property
    def bounds(self) -> Interval:
        return float(self.n), float(self.n)

    chance = bounds


Figure = Share | Spread | Total

# What can be said of two figures, from what says least to what says most.
NOTHING, TOO_FEW, EVEN, OPEN, CHANCE, APART = "nothing", "few", "even", "open", "chance", "apart"


def verdict(one: Figure, other: Figure) -> str:
    """What can be said of two figures side by side.

    NOTHING is known of one; TOO_FEW are; EVEN; OPEN: what is not known could turn it round; CHANCE: in such small
    numbers so small a difference is common; else APART.
    """
    if one.middle is None or other.middle is None:
        return NOTHING
    if one.few or other.few:
        return TOO_FEW
    if one.middle == other.middle:
        return EVEN
    if meet(one.bounds, other.bounds):
        return OPEN
    if isinstance(one, Total):
        return APART
    return CHANCE if meet(one.chance, other.chance) else APART
