"""Counting a file again, by the name of a method: what `./rooted count` does."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rooted.counting import lots
from rooted.counting.files import ours
from rooted.counting.files.text import BallotFile, StandsFile
from rooted.counting.lots import Lot, drawn_by
from rooted.counting.methods import approval, instant_runoff, motions, schulze, score, scottish_stv, stands
from rooted.counting.report import Count, Decision
from rooted.counting.telling import Refused, sentence


@dataclass(frozen=True)
class Wanted:
    """What whoever counts again asks for. Without `seats` those of the file; without `seed` the ballots are the seed.

    `none` is the name of the option "none of these", `quorum` how many must prefer an option to it.
    """

    seats: int | None = None
    seed: str | None = None
    none: str | None = None
    quorum: int = 0

    @property
    def lot(self) -> Lot | None:
        return None if self.seed is None else drawn_by(self.seed)


Counting = Callable[[BallotFile, int | None, Wanted], Count]


def _scottish(file: BallotFile, seats: int | None, wanted: Wanted) -> Count:
    if seats is None:
        raise Refused("needs-seats")
    return scottish_stv.scottish_stv(file.ballots, seats, wanted.lot)


def _approval(file: BallotFile, seats: int | None, wanted: Wanted) -> Count:
    if file.totals:
        return approval.approval_of_totals(file.totals, file.voters, seats or 1)
    if file.method and not file.ballots.papers:
        raise Refused("needs-votes")
    return approval.approval(file.ballots, seats or 1)


def _score(file: BallotFile, seats: int | None, wanted: Wanted) -> Count:
    if file.method != score.NAME:
        raise Refused("needs-points")
    if file.totals:
        return score.score_of_totals(file.totals, file.voters, ours.MOST_POINTS, seats or 1)
    options = file.ballots.options
    given = [(dict(zip(options, points, strict=True)), number) for points, number in file.points]
    return score.score(options, given, ours.MOST_POINTS, seats or 1)


def _lots(file: BallotFile, seats: int | None, wanted: Wanted) -> Count:
    if wanted.seed is None:
        raise Refused("needs-seed")
    names = [file.ballots.options[option] for option in file.ballots.standing]
    drawn = lots.draw(lots.as_agreed(wanted.seed), names, seats or 1)
    places = tuple((name,) for name in (*drawn.drawn, *drawn.next))
    return Count(lots.NAME, seats or 1, None, drawn.drawn, (), 0, 0, (), drawn.says, places)


def _none(wanted: Wanted) -> str:
    if wanted.none is None:
        raise Refused("needs-none")
    return wanted.none


METHODS: dict[str, Counting] = {
    scottish_stv.NAME: _scottish,
    instant_runoff.NAME: lambda file, _, wanted: instant_runoff.instant_runoff(file.ballots, wanted.lot),
    schulze.NAME: lambda file, seats, wanted: schulze.schulze(file.ballots, seats or 1, wanted.none, wanted.quorum),
    approval.NAME: _approval,
    score.NAME: _score,
    motions.RANKED: lambda file, _, wanted: motions.motions_ranked(file.ballots, _none(wanted), wanted.quorum),
    motions.APPROVED: lambda file, _, wanted: motions.motions_by_approval(file.ballots, _none(wanted)),
    lots.NAME: _lots,
}
ONE_PLACE = {instant_runoff.NAME, motions.RANKED, motions.APPROVED}


EVERY = (*METHODS, *stands.METHODS)


def recount(file: BallotFile | StandsFile, method: str | None, wanted: Wanted) -> Count | Decision:
    """Count what the file holds; what is not asked for is as the file says, the method Scottish STV at last.

    Refused for a method we do not have, and for what it cannot do.
    """
    if method and method not in EVERY:
        raise Refused("method", name=method, names=list(EVERY))
    if wanted.quorum < 0:
        raise Refused("tally")
    if isinstance(file, StandsFile):
        return stands.decide(replace(file.stands, method=method or file.stands.method))
    return _between(file, method or file.method or scottish_stv.NAME, wanted)


def _between(file: BallotFile, name: str, wanted: Wanted) -> Count:
    """Ballots that choose between options."""
    if name not in METHODS:
        raise Refused("only-options", name=name)
    if wanted.seats is not None and wanted.seats < 1:
        raise Refused("seats", n=wanted.seats)
    if name in ONE_PLACE and wanted.seats not in (None, 1):
        raise Refused("one-place", name=name, n=wanted.seats or 0)
    if file.method == score.NAME and name not in (score.NAME, lots.NAME):
        raise Refused("only-points")
    filled = Wanted(wanted.seats, wanted.seed or file.seed or None, wanted.none or file.none or None, wanted.quorum)
    count = METHODS[name](file, wanted.seats or file.seats, filled)
    took_part = max(file.voters, count.valid + count.blank)
    if name == lots.NAME or took_part >= file.quorum:
        return count
    few = sentence("quorum-missed", n=took_part, needed=file.quorum)
    return Count(name, count.seats, None, (), (), count.valid, count.blank, (), (few,))
