"""Approval voting: every option a person can live with gets one vote; the most votes win.

Source: S. Brams and P. Fishburn, Approval Voting (1983). A ballot approves every option it ranks, in whatever order: so
ballots made for it hold one rank, `((0, 2, 3),)`, and ranked ones can be counted too. Ties decide nothing.
"""

from collections import Counter

from rooted.counting.ballots import Ballots
from rooted.counting.papers import CLOSE, OPEN
from rooted.counting.places import by_amount, filled
from rooted.counting.report import Count, single_stage
from rooted.counting.rounds import outcome
from rooted.counting.telling import Refused, sentence

NAME = "approval"


def approvals(ballots: Ballots) -> dict[str, int]:
    """How many approve each option that stands, by name."""
    votes: Counter[int] = Counter()
    for row, n in ballots.counted().papers.items():
        for option in row.translate(None, bytes((OPEN, CLOSE))):
            votes[option] += n
    return {ballots.options[option]: votes[option] for option in ballots.standing}


def approval(ballots: Ballots, seats: int = 1) -> Count:
    """The `seats` options with the most approvals; somebody with none is never elected."""
    if seats < 1:
        raise Refused("seats", n=seats)
    counted = ballots.counted()
    blank = counted.papers.get(b"", 0)
    valid = counted.total - blank
    totals = approvals(ballots)
    places = by_amount(totals)
    elected, tied = filled([place for place in places if totals[place[0]]], seats)
    says = [sentence("approved", name=name, votes=totals[name], of=valid) for place in places for name in place]
    ended = outcome(elected, tied) if valid else [sentence("no-ballots")]
    ended += [sentence("blank", n=blank)] if blank else []
    stage = single_stage(totals, elected, (), says)
    return Count(NAME, seats, None, elected, tied, valid, blank, (stage,), tuple(ended), places)
