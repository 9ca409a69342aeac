"""Ballots in piles, one for each option, as on a table in the hall: dealt out, and passed on to the next name.

A pile is a list of parcels; all papers of a parcel are worth the same. Where several are wanted equally, a method
either cuts what a paper is worth (Scottish rules) or the paper itself: then a parcel holds parts of papers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from rooted.counting.papers import OPEN, fronts

Amount = int | Fraction
Tray = defaultdict[bytes, Amount]
# Of a value, a number of papers and how many options they want equally: value and number that each of these gets.
Share = Callable[[Amount, Amount, int], tuple[Amount, Amount]]


@dataclass(frozen=True)
class Parcel:
    """`papers` (the row of bytes, how many) that are worth `value` each."""

    value: Amount
    papers: Mapping[bytes, Amount]


@dataclass
class Passed:
    """What came of passing papers on: by option, to nobody, and cut off where a value did not divide."""

    gains: dict[int, Amount] = field(default_factory=dict)
    exhausted: Amount = 0
    lost: Amount = 0


class Piles:
    """The piles of options 0 to `n` - 1."""

    def __init__(self, n: int, share: Share) -> None:
        self.share = share
        self.parcels: list[list[Parcel]] = [[] for _ in range(n)]

    def take(self, option: int) -> list[Parcel]:
        """The option's parcels, which leave its pile."""
        taken, self.parcels[option] = self.parcels[option], []
        return taken

    def pass_on(self, parcels: Iterable[Parcel], gone: bytes, worth: Callable[[Amount], Amount]) -> Passed:
        """Deal every paper to the first option on it that is not `gone`, at what `worth` makes of its value."""
        passed = Passed()
        trays: dict[Amount, list[Tray]] = {}
        for parcel in parcels:
            value = worth(parcel.value)
            passed.exhausted += value * _sort(parcel.papers, gone, self._trays(trays, value))
        for value in list(trays):
            self._share_out(trays, value, passed)
        for value, row in trays.items():
            for option in range(len(self.parcels)):
                if row[option]:
                    self.parcels[option].append(Parcel(value, row[option]))
                    gain = value * sum(row[option].values())
                    passed.gains[option] = passed.gains.get(option, 0) + gain
        return passed

    def _trays(self, trays: dict[Amount, list[Tray]], value: Amount) -> list[Tray]:
        """The trays for papers of this value: by the first byte, which is an option or OPEN."""
        if value not in trays:
            nobody: Tray = defaultdict(int)
            few: list[Tray] = [defaultdict(int) for _ in self.parcels]
            trays[value] = [*few, *[nobody] * (OPEN - len(few)), defaultdict(int)]
        return trays[value]

    def _share_out(self, trays: dict[Amount, list[Tray]], value: Amount, passed: Passed) -> None:
        """Papers on which several are first: each of them gets its part."""
        for row, n in trays[value][OPEN].items():
            pieces = fronts(row)
            if not pieces:
                passed.exhausted += value * n
                continue
            worth, number = self.share(value, n, len(pieces))
            passed.lost += value * n - worth * number * len(pieces)
            for piece in pieces:
                self._trays(trays, worth)[piece[0]][piece] += number


def _sort(papers: Mapping[bytes, Amount], gone: bytes, trays: list[Tray]) -> Amount:
    """Put each paper on the tray of the first byte left on it; how many have none left."""
    if not gone:  # the first stage: no two papers are the same, and nothing is left out
        for row, n in papers.items():
            if row:
                trays[row[0]][row] = n
        return papers.get(b"", 0)
    ended: Amount = 0
    for row, n in papers.items():
        left = row.translate(None, gone)
        if left:
            trays[left[0]][left] += n
        else:
            ended += n
    return ended
