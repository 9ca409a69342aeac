"""Counting a file again, by the name of a method: what `./rooted count` does."""

from collections.abc import Callable
from dataclasses import dataclass

from rooted.counting.ballots import Ballots
from rooted.counting.files.text import BallotFile
from rooted.counting.lots import Lot, drawn_by
from rooted.counting.methods import approval, instant_runoff, motions, schulze, scottish_stv
from rooted.counting.report import Count
from rooted.counting.telling import Refused


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


Counting = Callable[[Ballots, int | None, Wanted], Count]


def _scottish(ballots: Ballots, seats: int | None, wanted: Wanted) -> Count:
    if seats is None:
        raise Refused("needs-seats")
    return scottish_stv.scottish_stv(ballots, seats, wanted.lot)


def _none(wanted: Wanted) -> str:
    if wanted.none is None:
        raise Refused("needs-none")
    return wanted.none


METHODS: dict[str, Counting] = {
    scottish_stv.NAME: _scottish,
    instant_runoff.NAME: lambda ballots, _, wanted: instant_runoff.instant_runoff(ballots, wanted.lot),
    schulze.NAME: lambda ballots, seats, wanted: schulze.schulze(ballots, seats or 1, wanted.none, wanted.quorum),
    approval.NAME: lambda ballots, seats, _: approval.approval(ballots, seats or 1),
    motions.RANKED: lambda ballots, _, wanted: motions.motions_ranked(ballots, _none(wanted), wanted.quorum),
    motions.APPROVED: lambda ballots, _, wanted: motions.motions_by_approval(ballots, _none(wanted)),
}
ONE_PLACE = {instant_runoff.NAME, motions.RANKED, motions.APPROVED}


def recount(file: BallotFile, method: str, wanted: Wanted) -> Count:
    """Count the ballots of the file. Refused for a method we do not have, and for what it cannot do."""
    if method not in METHODS:
        raise Refused("method", name=method, names=list(METHODS))
    if wanted.seats is not None and wanted.seats < 1:
        raise Refused("seats", n=wanted.seats)
    if method in ONE_PLACE and wanted.seats not in (None, 1):
        raise Refused("one-place", name=method, n=wanted.seats or 0)
    return METHODS[method](file.ballots, wanted.seats or file.seats, wanted)
