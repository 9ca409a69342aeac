"""What a count gives back: its stages, who is elected, and the sentences that say so. Amounts are exact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from rooted.counting.telling import Amount, Sentence


@dataclass(frozen=True)
class Transfer:
    """Votes of `name` that went on, at the beginning of a stage: to whom, to nobody, and lost in cutting decimals.

    `surplus` is how much more than the quota the name had; None after it dropped out.
    """

    name: str
    surplus: Fraction | None
    gains: Mapping[str, Fraction]
    exhausted: Fraction
    lost: Fraction


@dataclass(frozen=True)
class Stage:
    """One stage: the votes of each option at its end, and what was decided by them.

    Where votes go on from stage to stage, totals + exhausted + lost are always all ballots that count. Other methods
    have one stage, whose totals are what they count: approvals, points, or how many others it is ahead of (Schulze).
    """

    number: int
    totals: Mapping[str, Fraction]
    elected: tuple[str, ...]
    excluded: tuple[str, ...]
    transfer: Transfer | None
    exhausted: Fraction
    lost: Fraction
    says: tuple[Sentence, ...]


def single_stage(
    totals: Mapping[str, Amount], elected: Sequence[str], excluded: Sequence[str], says: Sequence[Sentence]
) -> Stage:
    """The only stage of a method that has one."""
    amounts = {name: Fraction(has) for name, has in totals.items()}
    return Stage(1, amounts, tuple(elected), tuple(excluded), None, Fraction(0), Fraction(0), tuple(says))


@dataclass(frozen=True)
class Duel:
    """One against one: how many prefer `one` to `other`, and the other way round."""

    one: str
    other: str
    more: int
    fewer: int


@dataclass(frozen=True)
class Count:
    """A count between options. `elected` in the order of election; `tied` are level for what stays empty.

    `quota`: what is enough to be elected, where the method has one. `places`: all options from the first to the last,
    level ones together, where the method puts them in order. `valid` ballots count, `blank` ones name nobody.
    """

    method: str
    seats: int
    quota: Amount | None
    elected: tuple[str, ...]
    tied: tuple[str, ...]
    valid: int
    blank: int
    stages: tuple[Stage, ...]
    says: tuple[Sentence, ...]
    places: tuple[tuple[str, ...], ...] = ()
    duels: tuple[Duel, ...] = ()


@dataclass(frozen=True)
class Decision:
    """A decision on one text: carried or not, by what tally (the words of the method and how many said each)."""

    method: str
    carried: bool
    tally: Mapping[str, int]
    says: tuple[Sentence, ...]
