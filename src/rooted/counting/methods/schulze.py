"""The Schulze method: one against one, and the strongest chains of wins. Strength is winning votes.

Source: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
election method, Social Choice and Welfare 36 (2011). With `default` and `quorum` as Debian decides: Debian
Constitution, A.5 and A.6 (formerly A.6): an option that fewer than `quorum` prefer to the default, or that does not win
against it, is left out first.

Who wins over whom gives the whole order; level ones stay level and are said to be. Ties decide nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rooted.counting.ballots import Ballots
from rooted.counting.pairwise import Matrix, prefer
from rooted.counting.places import filled
from rooted.counting.report import Count, Duel, single_stage
from rooted.counting.rounds import outcome
from rooted.counting.telling import Refused, Sentence, sentence

NAME = "schulze"
Strengths = dict[tuple[int, int], int]


def schulze(
    ballots: Ballots, seats: int = 1, default: str | None = None, quorum: int = 0, *, method: str = NAME
) -> Count:
    """The first `seats` of the order. `default` is the name of "none of these", if there is such an option.

    It is never elected: where it comes first, nobody is. Refused for fewer than 1 place or an unknown default.
    """
    counted = ballots.counted()
    blank = counted.papers.get(b"", 0)
    names = [ballots.options[option] for option in ballots.standing]
    table = prefer(ballots)
    matrix = [[table[a][b] for b in ballots.standing] for a in ballots.standing]
    poll = Poll(names, matrix, counted.total - blank, blank)
    return _count(poll, seats, default, quorum, method)


def schulze_of_matrix(
    names: Sequence[str], matrix: Matrix, voters: int, seats: int = 1, default: str | None = None, quorum: int = 0
) -> Count:
    """The same from a published table: `matrix[a][b]` ballots prefer option a to option b."""
    square = len(matrix) == len(names) and all(len(row) == len(names) for row in matrix)
    if not square or min((n for row in matrix for n in row), default=0) < 0:
        raise Refused("matrix")
    return _count(Poll(names, matrix, voters, 0), seats, default, quorum, NAME)


@dataclass(frozen=True)
class Poll:
    """What is counted: names, the table of who is preferred to whom, ballots that count and blank ones."""

    names: Sequence[str]
    matrix: Matrix
    valid: int
    blank: int


def _count(poll: Poll, seats: int, default: str | None, quorum: int, method: str) -> Count:
    if seats < 1:
        raise Refused("seats", n=seats)
    kept, left_out = _against_default(poll, default, quorum)
    strong = strengths(poll.matrix, kept)
    places = tuple(tuple(poll.names[option] for option in place) for place in order(strong, kept))
    elected, tied = filled(places, seats) if poll.valid else ((), ())
    if default in elected:
        elected = elected[: elected.index(default)]
    ahead = {poll.names[a]: sum(strong[a, b] > strong[b, a] for b in kept if b != a) for a in kept}
    totals = {name: ahead.get(name, 0) for name in poll.names}
    out = tuple(poll.names[option] for option in range(len(poll.names)) if option not in kept)
    says = [*left_out, *(sentence("ahead", name=name, n=n) for name, n in totals.items() if name not in out)]
    stage = single_stage(totals, elected, out, says)
    ended = _ended(poll, kept, elected, tied, places[0] == (default,))
    duels = _duels(poll.names, poll.matrix)
    return Count(method, seats, None, elected, tied, poll.valid, poll.blank, (stage,), tuple(ended), places, duels)


def _ended(
    poll: Poll, kept: Sequence[int], elected: tuple[str, ...], tied: tuple[str, ...], none_first: bool
) -> list[Sentence]:
    blank = [sentence("blank", n=poll.blank)] if poll.blank else []
    if not poll.valid:
        return [sentence("no-ballots"), *blank]
    if none_first:
        return [sentence("none-first"), *blank]
    found = []
    if elected and len(kept) > 1:
        best = poll.names.index(elected[0])
        beats_all = all(poll.matrix[best][one] > poll.matrix[one][best] for one in kept if one != best)
        found = [sentence("beats-all" if beats_all else "beats-by-path", name=elected[0])]
    return [*found, *outcome(elected, tied), *blank]


def _against_default(poll: Poll, default: str | None, quorum: int) -> tuple[list[int], list[Sentence]]:
    """The options that stay, and why the others do not."""
    if default is None:
        return list(range(len(poll.names))), []
    if default not in poll.names:
        raise Refused("no-such-option", name=default)
    none = poll.names.index(default)
    kept, says = [], []
    for option, name in enumerate(poll.names):
        votes, against = poll.matrix[option][none], poll.matrix[none][option]
        if option == none or (votes >= quorum and votes > against):
            kept.append(option)
        elif votes < quorum:
            says.append(sentence("below-quorum", name=name, votes=votes, other=default, quorum=quorum))
        else:
            says.append(sentence("not-above", name=name, votes=votes, other=default, against=against))
    return kept, says


def strengths(matrix: Matrix, kept: Sequence[int]) -> Strengths:
    """For each two options the strength of the strongest chain of wins from the one to the other (Floyd, Warshall)."""
    strong = {(a, b): matrix[a][b] if matrix[a][b] > matrix[b][a] else 0 for a in kept for b in kept if a != b}
    for middle in kept:
        for a in kept:
            if a == middle:
                continue
            first = strong[a, middle]
            for b in kept:
                if b not in (a, middle):
                    strong[a, b] = max(strong[a, b], min(first, strong[middle, b]))
    return strong


def order(strong: Strengths, kept: Sequence[int]) -> list[list[int]]:
    """All options from the first place to the last; those that nobody left is ahead of share a place."""
    left, places = list(kept), []
    while left:
        place = [a for a in left if all(strong[a, b] >= strong[b, a] for b in left if b != a)]
        places.append(place)
        left = [option for option in left if option not in place]
    return places


def _duels(names: Sequence[str], matrix: Matrix) -> tuple[Duel, ...]:
    """Each two options once, the one with more first."""
    found = []
    for a in range(len(names)):
        for b in range(a + 1, len(names)):
            one, other = (a, b) if matrix[a][b] >= matrix[b][a] else (b, a)
            found.append(Duel(names[one], names[other], matrix[one][other], matrix[other][one]))
    return tuple(found)
