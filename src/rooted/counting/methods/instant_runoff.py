"""Instant runoff, the alternative vote: one place; the fewest votes drop out until somebody has more than half.

Source: Robert's Rules of Order, "preferential voting"; the single transferable vote for one place, without surpluses.
More than half is meant of the votes that still go on. Level for the fewest: the most recent stage at which they were
not, else the lot, as in the Scottish rules. The last two level: a tie, and nobody is elected.

Equal ranks: a ballot that wants k names equally is 1/k of a vote for each of them, exactly ("Split-IRV" in Delemazure
and Peters, Generalizing Instant Runoff Voting to Allow for Indifferences, 2024), so that votes add up to ballots.
"""

from fractions import Fraction

from rooted.counting.ballots import Ballots
from rooted.counting.lots import Lot
from rooted.counting.report import Count
from rooted.counting.rounds import Rounds
from rooted.counting.telling import sentence

NAME = "instant-runoff"


def instant_runoff(ballots: Ballots, lot: Lot | None = None) -> Count:
    """Fill one place. There is no `quota`: what more than half is falls with each vote that cannot go on."""
    rounds = Rounds(ballots, 1, lambda value, n, k: (value, Fraction(n, k)), lot)
    tied: list[int] = []
    if rounds.valid:
        rounds.say(sentence("ballots-count", n=rounds.valid), sentence("half"))
        rounds.deal()
        while not (tied := _ended(rounds)) and not rounds.decided:
            rounds.pass_on(rounds.exclude_lowest())
        rounds.end_stage()
    return rounds.count(NAME, 1, None, tied)


def _ended(rounds: Rounds) -> list[int]:
    """Elect who has more than half; the last two, if they are level."""
    votes = sum(rounds.totals[option] for option in rounds.continuing)
    first = max(rounds.continuing, key=lambda option: rounds.totals[option])
    if 2 * rounds.totals[first] > votes:
        amounts = {"votes": rounds.votes(rounds.totals[first]), "of": rounds.votes(votes)}
        rounds.elect(first, sentence("majority", name=rounds.names[first], **amounts))
        return []
    return list(rounds.continuing) if len(rounds.continuing) == 2 else []
