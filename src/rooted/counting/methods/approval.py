"""Approval voting: every option a person can live with gets one vote; the most votes win.

Source: S. Brams and P. Fishburn, Approval Voting (1983). A ballot approves every option it ranks, in whatever order: so
ballots made for it hold one rank, `((0, 2, 3),)`, and ranked ones can be counted too. Ties decide nothing.
"""

from collections import Counter
from collections.abc import Mapping

from rooted.counting.ballots import Ballots
from rooted.counting.papers import CLOSE, MOST, OPEN
from rooted.counting.places import Places, by_amount, filled
from rooted.counting.report import Count, single_stage
from rooted.counting.rounds import outcome
from rooted.counting.telling import Refused, Sentence, sentence

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
    counted = ballots.counted()
    blank = counted.papers.get(b"", 0)
    return approval_of_totals(approvals(ballots), counted.total - blank, seats, blank=blank)


def approval_of_totals(totals: Mapping[str, int], voters: int, seats: int = 1, *, blank: int = 0) -> Count:
    """The same from totals, as hands or slips give them: by option, and how many voted. Refused if they cannot be."""
    if seats < 1:
        raise Refused("seats", n=seats)
    check(totals, voters)
    places = by_amount(totals)
    elected, tied = filled([place for place in places if totals[place[0]]], seats)
    ended = outcome(elected, tied) if voters else [sentence("no-ballots")]
    ended += [sentence("blank", n=blank)] if blank else []
    stage = single_stage(totals, elected, (), said(totals, places, voters))
    return Count(NAME, seats, None, elected, tied, voters, blank, (stage,), tuple(ended), places)


def check(totals: Mapping[str, int], voters: int) -> None:
    """Refused without options, and for an option with fewer than no votes or more than there are voters."""
    if not totals:
        raise Refused("options", most=MOST, n=0)
    if min(totals.values()) < 0 or max(totals.values()) > voters:
        raise Refused("totals", of=voters)


def said(totals: Mapping[str, int], places: Places, voters: int) -> list[Sentence]:
    """How many agree with each option, the most first."""
    return [sentence("approved", name=name, votes=totals[name], of=voters) for place in places for name in place]
