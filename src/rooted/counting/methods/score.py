"""Score voting (range voting): every person gives each option points from 0 to a maximum; the largest sum wins.

Source: W. D. Smith, Range voting (2000). An option without points on a ballot has 0 from it: so nobody wins by being
known to few. Ties decide nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from rooted.counting.places import by_amount, filled
from rooted.counting.report import Count, single_stage
from rooted.counting.rounds import outcome
from rooted.counting.telling import Refused, sentence

NAME = "score"


def score(options: Sequence[str], ballots: Iterable[tuple[Mapping[str, int], int]], most: int, seats: int = 1) -> Count:
    """The `seats` options with the most points. `ballots`: points by name (0 to `most`), and how many gave just these.

    A ballot without any points is blank. Refused for points out of range or of unknown options.
    """
    if seats < 1:
        raise Refused("seats", n=seats)
    totals = dict.fromkeys(options, 0)
    valid = blank = 0
    for points, n in ballots:
        if n < 1:
            raise Refused("weight")
        if not set(points) <= set(totals) or any(not 0 <= given <= most for given in points.values()):
            raise Refused("scores", most=most)
        valid, blank = (valid + n, blank) if points else (valid, blank + n)
        for name, given in points.items():
            totals[name] += given * n
    return _counted(totals, seats, valid, blank)


def score_of_totals(totals: Mapping[str, int], voters: int, most: int, seats: int = 1) -> Count:
    """The same from the points of each option, as slips are added up, and how many voted. Refused if they cannot be."""
    if seats < 1:
        raise Refused("seats", n=seats)
    if any(not 0 <= has <= most * voters for has in totals.values()):
        raise Refused("totals", of=most * voters)
    return _counted(dict(totals), seats, voters, 0)


def _counted(totals: dict[str, int], seats: int, valid: int, blank: int) -> Count:
    places = by_amount(totals)
    elected, tied = filled([place for place in places if totals[place[0]]], seats)
    says = [sentence("scored", name=name, votes=totals[name]) for place in places for name in place]
    ended = outcome(elected, tied) if valid else [sentence("no-ballots")]
    ended += [sentence("blank", n=blank)] if blank else []
    stage = single_stage(totals, elected, (), says)
    return Count(NAME, seats, None, elected, tied, valid, blank, (stage,), tuple(ended), places)
