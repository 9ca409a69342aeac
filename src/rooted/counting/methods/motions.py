"""Several motions against each other, with "none of these" among them: at most one is carried.

Ranked: Schulze with "none of these" as Debian's default option (schulze.py). A motion that does not win against it is
left out. By approval: a motion is carried if it has the most votes, more than "none of these" has, and more than half
of the ballots. Ties are not carried.
"""

from collections.abc import Mapping

from rooted.counting.ballots import Ballots
from rooted.counting.methods.approval import approvals, check, said
from rooted.counting.methods.schulze import schulze
from rooted.counting.places import by_amount
from rooted.counting.report import Count, single_stage
from rooted.counting.telling import Refused, Sentence, sentence

RANKED, APPROVED = "motions-ranked", "motions-approval"


def motions_ranked(ballots: Ballots, none: str, quorum: int = 0) -> Count:
    """`none` is the name of the option "none of these"; `elected` is the motion carried, or nothing.

    `quorum`: how many must prefer a motion to it. A blank ballot prefers nothing.
    """
    return schulze(ballots, 1, none, quorum, method=RANKED)


def motions_by_approval(ballots: Ballots, none: str) -> Count:
    """`none` is the name of the option "none of these"; `elected` is the motion carried, or nothing."""
    counted = ballots.counted()
    blank = counted.papers.get(b"", 0)
    return motions_of_totals(approvals(ballots), counted.total - blank, none, blank=blank)


def motions_of_totals(totals: Mapping[str, int], voters: int, none: str, *, blank: int = 0) -> Count:
    """The same from totals, as hands or slips give them: by motion, and how many voted. Refused if they cannot be."""
    if none not in totals:
        raise Refused("no-such-option", name=none)
    check(totals, voters)
    places = by_amount(totals)
    first = places[0]
    carried = () if none in first or 2 * totals[first[0]] <= voters else first
    elected, tied = (carried, ()) if len(carried) == 1 else ((), carried)
    ended = _ended(elected, tied, voters, none in first)
    ended += [sentence("blank", n=blank)] if blank else []
    stage = single_stage(totals, elected, (), said(totals, places, voters))
    return Count(APPROVED, 1, voters // 2 + 1, elected, tied, voters, blank, (stage,), tuple(ended), places)


def _ended(elected: tuple[str, ...], tied: tuple[str, ...], valid: int, none_first: bool) -> list[Sentence]:
    if not valid:
        return [sentence("no-ballots")]
    if elected:
        return [sentence("motion-carried", name=elected[0])]
    if tied:
        return [sentence("tied", names=tied)]
    return [sentence("none-first") if none_first else sentence("no-motion-half")]
