"""Counting stage by stage: what the single transferable vote and instant runoff share.

Votes are kept in units of the method (1/100,000 of a vote, or whole ones) and reported as Fractions of a vote.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction

from rooted.counting.ballots import Ballots, own_lot
from rooted.counting.lots import Lot
from rooted.counting.piles import Amount, Parcel, Passed, Piles, Share
from rooted.counting.report import Count, Stage, Transfer
from rooted.counting.telling import Sentence, sentence
from rooted.counting.ties import settle


class Rounds:
    """One count on its way. `continuing` are the options still in, `totals` the units each has now.

    `one` is a whole vote in units, `share` as in piles.py. Without a `lot` the ballots' fingerprint is the seed.
    """

    def __init__(self, ballots: Ballots, one: int, share: Share, lot: Lot | None) -> None:
        counted = ballots.counted()
        self.names = ballots.options
        self.one = one
        self.papers = counted.papers
        self.blank = counted.papers.get(b"", 0)
        self.valid = counted.total - self.blank
        self.continuing = list(ballots.standing)
        self.standing = ballots.standing
        self.lot: Lot = lot or own_lot(ballots)
        self.piles = Piles(len(self.names), share)
        self.totals: list[Amount] = [0] * len(self.names)
        self.history: list[list[Amount]] = []
        self.exhausted: Amount = 0
        self.lost: Amount = 0
        self.stages: list[Stage] = []
        self._begin()

    def _begin(self, transfer: Transfer | None = None) -> None:
        self._transfer = transfer
        self._elected: list[int] = []
        self._excluded: list[int] = []
        self._says: list[Sentence] = []

    @property
    def decided(self) -> bool:
        """Somebody is elected at this stage."""
        return bool(self._elected)

    def say(self, *says: Sentence) -> None:
        """Add to what is said of this stage."""
        self._says += says

    def votes(self, units: Amount) -> Fraction:
        """Units of the method as votes."""
        return Fraction(units, self.one)

    def deal(self) -> None:
        """The first stage: every ballot to the option it wants most."""
        passed = self.piles.pass_on([Parcel(self.one, self.papers)], b"", lambda value: value)
        self._add(passed)
        self.exhausted -= self.blank * self.one  # blank ballots do not count, so they did not end either
        self.lost = passed.lost
        self.history.append(list(self.totals))

    def _add(self, passed: Passed) -> None:
        for option, gain in passed.gains.items():
            self.totals[option] += gain
        self.exhausted += passed.exhausted

    def elect(self, option: int, said: Sentence) -> None:
        """The option is elected at this stage."""
        self.continuing.remove(option)
        self._elected.append(option)
        self.say(said)

    def exclude_lowest(self) -> int:
        """The option with the fewest votes drops out at this stage; gives its number."""
        lowest = settle(self.continuing, self.history, self.names, self.lot, min)
        self.say(*lowest.says)
        self.continuing.remove(lowest.option)
        self._excluded.append(lowest.option)
        votes = self.votes(self.totals[lowest.option])
        self.say(sentence("excluded", name=self.names[lowest.option], votes=votes))
        return lowest.option

    def ordered(self, options: Sequence[int]) -> list[int]:
        """From the most votes to the fewest; level ones as ties.py settles them."""
        left, found = list(options), []
        while left:
            found.append(settle(left, self.history, self.names, self.lot, max).option)
            left.remove(found[-1])
        return found

    def pass_on(
        self, option: int, worth: Callable[[Amount], Amount] = lambda value: value, surplus: Amount | None = None
    ) -> None:
        """End this stage and begin the next: the option's ballots go on, at what `worth` makes of their value.

        With a `surplus` (in units) the option keeps the rest of its votes; else it keeps none.
        """
        self.end_stage()
        moved = self.totals[option] if surplus is None else surplus
        gone = bytes(number for number in range(len(self.names)) if number not in self.continuing)
        passed = self.piles.pass_on(self.piles.take(option), gone, worth)
        lost = moved - sum(passed.gains.values()) - passed.exhausted
        self.totals[option] -= moved
        self.lost += lost
        self._add(passed)
        self.history.append(list(self.totals))
        transfer = Transfer(
            self.names[option],
            None if surplus is None else self.votes(surplus),
            {self.names[one]: self.votes(gain) for one, gain in sorted(passed.gains.items())},
            self.votes(passed.exhausted),
            self.votes(lost),
        )
        self._begin(transfer)
        self.say(*told(transfer, moved > 0))

    def end_stage(self) -> None:
        """Keep the stage as it stands now."""
        totals = {self.names[one]: self.votes(self.totals[one]) for one in self.standing}
        elected, excluded = (tuple(self.names[one] for one in some) for some in (self._elected, self._excluded))
        self.stages.append(
            Stage(
                len(self.stages) + 1,
                totals,
                elected,
                excluded,
                self._transfer,
                self.votes(self.exhausted),
                self.votes(self.lost),
                tuple(self._says),
            )
        )

    def count(self, method: str, seats: int, quota: int | None, tied: Sequence[int] = ()) -> Count:
        """The report, once the last stage has ended."""
        elected = tuple(name for stage in self.stages for name in stage.elected)
        level = tuple(self.names[option] for option in tied)
        says = outcome(elected, level) if self.valid else [sentence("no-ballots")]
        says += [sentence("blank", n=self.blank)] if self.blank else []
        return Count(method, seats, quota, elected, level, self.valid, self.blank, tuple(self.stages), tuple(says))


def outcome(elected: Sequence[str], tied: Sequence[str]) -> list[Sentence]:
    """Who is elected, and who is level."""
    found = [sentence("outcome", names=elected)] if elected else []
    if tied:
        found.append(sentence("tied-places" if elected else "tied", names=tied))
    return found or [sentence("outcome-none")]


def told(transfer: Transfer, any_votes: bool) -> list[Sentence]:
    """What a transfer was, in sentences."""
    if not any_votes:
        return []
    if transfer.surplus is None:
        key = "passed-on" if transfer.gains else "passed-nobody"
        found = [sentence(key, name=transfer.name, gains=transfer.gains)]
    else:
        key = "surplus" if transfer.gains else "surplus-nobody"
        found = [sentence(key, name=transfer.name, votes=transfer.surplus, gains=transfer.gains)]
    if transfer.exhausted and transfer.gains:
        found.append(sentence("exhausted", votes=transfer.exhausted))
    if transfer.lost:
        found.append(sentence("lost", votes=transfer.lost))
    return found
