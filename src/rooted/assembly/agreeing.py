"""What counts once two members typed it alike, without Django.

`typed`: a list of [seat, what it typed], one for each member, the newest last. Nothing that somebody typed goes before
two agree; figures of one alone change nothing.
"""

from collections.abc import Sequence
from typing import Any

Typed = list[list[Any]]


def typed_by(before: Sequence[Sequence[Any]], seat: int, what: Any) -> Typed:
    """What stands typed once `seat` typed `what`: its newest for its earlier; once two agree, only what they typed."""
    now = [list(one) for one in before if one[0] != seat] + [[seat, what]]
    alike = [one for one in now if one[1] == what]
    return alike if len(alike) > 1 else now


def agreed(typed: Sequence[Sequence[Any]]) -> Any | None:
    """What two typed alike; None while nobody agrees."""
    said = [one[1] for one in typed]
    return next((one for one in reversed(said) if said.count(one) > 1), None)


def differ(typed: Sequence[Sequence[Any]]) -> bool:
    """Whether they typed different things."""
    return any(one[1] != typed[0][1] for one in typed)
