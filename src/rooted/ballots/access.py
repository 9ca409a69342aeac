"""Who may vote: the electors of a question. All members of its group see everything else alike."""

from collections.abc import Iterable

from rooted.ballots.reading import Given


def not_yet_voted(given: Iterable[Given]) -> int:
    """How many electors have no vote that stands: what one member entered alone, before another confirms it, is none.

    Who they are stands nowhere but on the page of votes.
    """
    return sum(not one.stands for one in given)
