"""The single transferable vote as in Scottish council elections: Weighted Inclusive Gregory, five decimals.

Source: The Scottish Local Government Elections Order 2011 (SSI 2011/399), schedule 1, rules 46 to 53; in the Order of
2007 (SSI 2007/42) each has the number before.
- The quota (rule 47) is the valid ballots, divided by the places and one more, cut to a whole number, and one more.
- A surplus (49): every ballot of that name goes on, worth surplus x its value / the name's votes, cut to five decimals.
- The largest surplus first (50). Without one, the name with the fewest drops out, its ballots keep their value (51).
- Level names (50, 52): the most recent stage at which they were not; else the lot.
- As many names left as places: they are elected, nothing goes on any more (53).

The Order knows no equal ranks. Here a ballot that wants k names equally counts for each of them, worth its value / k
cut to five decimals; from one of them it goes on to the others of that rank first. So it is worth what ballots with
every order of the equal names would be worth together.
"""

from rooted.counting.ballots import Ballots
from rooted.counting.lots import Lot
from rooted.counting.report import Count
from rooted.counting.rounds import Rounds
from rooted.counting.telling import Refused, sentence
from rooted.counting.ties import settle

NAME = "scottish-stv"
ONE = 100_000  # a whole vote; everything is counted in units of 1/100,000 of it, in whole numbers


def scottish_stv(ballots: Ballots, seats: int, lot: Lot | None = None) -> Count:
    """Fill `seats` places. `lot` draws among level names; without it the ballots' own fingerprint is the seed.

    Refused for fewer than 1 place.
    """
    if seats < 1:
        raise Refused("seats", n=seats)
    rounds = Rounds(ballots, ONE, lambda value, n, k: (value // k, n), lot)
    quota = rounds.valid // (seats + 1) + 1
    if rounds.valid:
        rounds.say(sentence("ballots-count", n=rounds.valid), sentence("quota", quota=quota))
        _Scottish(rounds, seats, quota * ONE).run()
    return rounds.count(NAME, seats, quota)


class _Scottish:
    """The rules of one count; `quota` in units."""

    def __init__(self, rounds: Rounds, seats: int, quota: int) -> None:
        self.rounds = rounds
        self.seats = seats
        self.quota = quota
        self.elected: list[int] = []

    def run(self) -> None:
        self.rounds.deal()
        self.elect()
        while len(self.elected) < self.seats and self.rounds.continuing:
            self.go_on()
            self.elect()
        self.rounds.end_stage()

    def elect(self) -> None:
        """Rules 48 and 53: who has reached the quota; all, if no more are left than places."""
        rounds = self.rounds
        for option in rounds.ordered([one for one in rounds.continuing if rounds.totals[one] >= self.quota]):
            self._elect(option, "elected")
        if len(rounds.continuing) <= self.seats - len(self.elected):
            for option in rounds.ordered(rounds.continuing):
                self._elect(option, "elected-last")

    def _elect(self, option: int, key: str) -> None:
        votes = self.rounds.votes(self.rounds.totals[option])
        self.rounds.elect(option, sentence(key, name=self.rounds.names[option], votes=votes))
        self.elected.append(option)

    def go_on(self) -> None:
        """Rules 49 to 52: the largest surplus goes on; without one, the name with the fewest votes drops out."""
        rounds = self.rounds
        over = [option for option in self.elected if rounds.totals[option] > self.quota]
        if not over:
            rounds.pass_on(rounds.exclude_lowest())
            return
        first = settle(over, rounds.history, rounds.names, rounds.lot, max)
        rounds.say(*first.says)
        total = rounds.totals[first.option]
        surplus = total - self.quota
        rounds.pass_on(first.option, lambda value: surplus * value // total, surplus)
