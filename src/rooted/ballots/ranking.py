"""Rankings and lots, counted by rooted.counting; the standard names of all ways to decide. Pure.

One wins: instant runoff. Several win: Scottish STV. Motions against each other: Schulze with "none of these" as the
default option. Level names in a runoff are drawn by the question's seed, if it has one, else by the ballots' own.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from rooted.ballots.methods import Asked
from rooted.counting.ballots import Ballots, grouped
from rooted.counting.lots import NAME as LOTS
from rooted.counting.lots import as_agreed, draw, drawn_by
from rooted.counting.methods import approval, consent, instant_runoff, majority, motions, score, scottish_stv, stands
from rooted.counting.report import Count

LOT = r'sha256(number + "\n" + name)'  # the rule of counting.lots, as members read it
STANDARD = {  # the name of each method in rooted.counting; where both must agree nothing is counted
    "consent": consent.CONSENT,
    "consensus": consent.CONSENSUS,
    "majority": majority.SIMPLE.name,
    "absolute": majority.ABSOLUTE.name,
    "two-thirds": majority.TWO_THIRDS.name,
    "share": stands.OWN_SHARE,
    "approval": approval.NAME,
    "score": score.NAME,
    "ranked-one": instant_runoff.NAME,
    "ranked-several": scottish_stv.NAME,
    "motions": motions.RANKED,
    "lots": LOTS,
}
Papers = list[list[Any]]  # [choice, how many chose so], in an order that tells nothing


def papers_of(choices: Sequence[Any], times: Sequence[int] = ()) -> Papers:
    """Choices grouped: how many people filled each in so. Within a rank options stand in the order of their numbers.

    `times`: how many chose each so, where that was counted already.
    """
    counted: Counter[Any] = Counter()
    for choice, number in zip(choices, times or [1] * len(choices), strict=True):
        counted[_plain(choice)] += number
    return [[_listed(choice), number] for choice, number in sorted(counted.items())]


def _plain(choice: Any) -> Any:
    if choice and isinstance(choice[0], list):
        return tuple(tuple(sorted(rank)) for rank in choice)
    return tuple(choice)


def _listed(choice: tuple[Any, ...]) -> list[Any]:
    return [list(rank) if isinstance(rank, tuple) else rank for rank in choice]


def ballots_of(asked: Asked, papers: Papers) -> Ballots:
    """The same as rooted.counting takes them; an approval ballot is one rank of all that were ticked."""
    return grouped(asked.names, [(_ranks(choice), number) for choice, number in papers])


def _ranks(choice: Sequence[Any]) -> tuple[tuple[int, ...], ...]:
    """The ranks of a choice; what was approved of is one."""
    if choice and not isinstance(choice[0], list):
        return (tuple(choice),)
    return tuple(map(tuple, choice))


def count_ranked(asked: Asked, papers: Papers) -> Count:
    """The count with its stages, by the question's method; the same papers, the same count."""
    ballots, seed = ballots_of(asked, papers), asked.rules.seed
    lot = drawn_by(seed) if seed else None
    if asked.method == "ranked-several":
        return scottish_stv.scottish_stv(ballots, asked.rules.seats, lot)
    if asked.method == "motions":
        return motions.motions_ranked(ballots, asked.names[-1])
    return instant_runoff.instant_runoff(ballots, lot)


def draw_lots(asked: Asked, seed: str) -> tuple[list[str], list[str]]:
    """(the names drawn, those who would come next), as anyone can draw them again from the same seed."""
    drawn = draw(as_agreed(seed), asked.options, asked.rules.seats)
    return list(drawn.drawn), list(drawn.next)
