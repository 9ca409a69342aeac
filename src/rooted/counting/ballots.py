"""Ballots of one vote, kept grouped: how many people filled in each different one. Equal ranks and truncation stay."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from rooted.counting.lots import Lot, drawn_by
from rooted.counting.papers import CLOSE, MOST, OPEN, Ranking, paper, ranking
from rooted.counting.telling import Refused


@dataclass(frozen=True)
class Ballots:
    """`options` are the names, `papers` the different ballots (papers.py) with how many there are of each.

    `withdrawn` are numbers of options that no longer stand: they stay on the ballots and are passed over.
    """

    options: tuple[str, ...]
    papers: Mapping[bytes, int]
    withdrawn: frozenset[int] = field(default=frozenset())

    def __post_init__(self) -> None:
        """Refused, if names or numbers cannot be counted. Whether a paper names an option twice is not looked at."""
        if not self.options or len(self.options) > MOST:
            raise Refused("options", most=MOST, n=len(self.options))
        twice = [name for name, times in Counter(self.options).items() if times > 1]
        if twice:
            raise Refused("same-name", name=twice[0])
        known = bytes(range(len(self.options)))
        if b"".join(self.papers).translate(None, known + bytes((OPEN, CLOSE))):
            raise Refused("unknown-option", n=len(self.options))
        if min(self.papers.values(), default=1) < 1:
            raise Refused("weight")
        if not self.withdrawn <= set(known):
            raise Refused("unknown-option", n=len(self.options))
        if not self.standing:
            raise Refused("all-withdrawn")

    @property
    def total(self) -> int:
        """How many ballots there are, blank ones too."""
        return sum(self.papers.values())

    @property
    def standing(self) -> tuple[int, ...]:
        """The numbers of the options that still stand, in their order."""
        return tuple(number for number in range(len(self.options)) if number not in self.withdrawn)

    def rankings(self) -> list[tuple[Ranking, int]]:
        """Each different ballot with how many there are, in an order that does not depend on who came first."""
        return [(ranking(row), n) for row, n in sorted(self.papers.items())]

    def counted(self) -> "Ballots":
        """The same without what is passed over: no withdrawn option on any ballot. Blank ones stay."""
        if not self.withdrawn:
            return self
        gone = bytes(self.withdrawn)
        kept: Counter[bytes] = Counter()
        for row, n in self.papers.items():
            kept[paper(ranking(row.translate(None, gone)))] += n
        return Ballots(self.options, kept, self.withdrawn)

    def fingerprint(self) -> str:
        """SHA-256 of names and sorted ballots, in hexadecimal: the same for all who hold the same ballots."""
        lines = [*self.options, *(f"{row.hex()} {n}" for row, n in sorted(self.papers.items()))]
        return sha256("\n".join(lines).encode()).hexdigest()


def gather(options: Iterable[str], rankings: Iterable[Ranking]) -> Ballots:
    """Ballots out of rankings, one for each person: `gather(["Ana", "Bo"], [((0,), (1,)), ((0, 1),), ()])`."""
    return of_papers(options, map(paper, rankings))


def grouped(options: Iterable[str], groups: Iterable[tuple[Ranking, int]], withdrawn: Iterable[int] = ()) -> Ballots:
    """Ballots out of rankings with how many people filled each in so."""
    kept: Counter[bytes] = Counter()
    for ranks, n in groups:
        if n < 1:
            raise Refused("weight")
        kept[paper(ranks)] += n
    return Ballots(tuple(options), kept, frozenset(withdrawn))


def of_papers(options: Iterable[str], rows: Iterable[bytes]) -> Ballots:
    """Ballots out of rows of bytes as papers.paper() makes them, one for each person."""
    return Ballots(tuple(options), Counter(rows))


def together(parts: Sequence[Ballots]) -> Ballots:
    """The ballots of several sittings as those of one. Refused, if they are about other options."""
    first = parts[0]
    kept: Counter[bytes] = Counter()
    for part in parts:
        if (part.options, part.withdrawn) != (first.options, first.withdrawn):
            raise Refused("other-options")
        kept.update(part.papers)
    return Ballots(first.options, kept, first.withdrawn)


def own_lot(ballots: Ballots) -> Lot:
    """The lot where no seed was agreed: the ballots' own fingerprint is the seed, and reckoned once it is needed."""
    fingerprint = cache(ballots.fingerprint)

    def drawn(names: Sequence[str]) -> str:
        return drawn_by(fingerprint())(names)

    return drawn
