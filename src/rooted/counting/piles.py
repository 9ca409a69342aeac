"""Ballots in piles, one for each option, as on a table in the hall: dealt out, and passed on to the next name.

A pile is a list of parcels; all papers of a parcel are worth the same, an int or a Fraction, as the method counts.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from rooted.counting.papers import OPEN, fronts

Amount = int | Fraction
Share = Callable[[Amount, int], Amount]  # of a value and a number of options wanted equally, what each of them gets
Tray = defaultdict[bytes, int]


@dataclass(frozen=True)
class Parcel:
    """`papers` (the row of bytes, how many) that are worth `value` each."""

    value: Amount
    papers: Mapping[bytes, int]


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
        """Papers on which several are first: each of them gets its part of the value."""
        for row, n in trays[value][OPEN].items():
            pieces = fronts(row)
            if not pieces:
                passed.exhausted += value * n
                continue
            part = self.share(value, len(pieces))
            passed.lost += (value - part * len(pieces)) * n
            for piece in pieces:
                self._trays(trays, part)[piece[0]][piece] += n


def _sort(papers: Mapping[bytes, int], gone: bytes, trays: list[Tray]) -> int:
    """Put each paper on the tray of the first byte left on it; how many have none left."""
    if not gone:  # the first stage: no two papers are the same, and nothing is left out
        for row, n in papers.items():
            if row:
                trays[row[0]][row] = n
        return papers.get(b"", 0)
    ended = 0
    for row, n in papers.items():
        left = row.translate(None, gone)
        if left:
            trays[left[0]][left] += n
        else:
            ended += n
    return ended
