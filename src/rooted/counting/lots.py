"""Drawing lots so that everyone can draw again and gets the same.

A seed is agreed beforehand that nobody can foresee (tomorrow's lottery numbers, a number each person calls out). Each
name's lot is SHA-256 of the seed, a line break and the name; the smallest comes first. Two lines of Python do the same:

    from hashlib import sha256
    print(sorted(names, key=lambda name: sha256(f"{seed}\\n{name}".encode()).digest()))
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from rooted.counting.telling import Refused, Sentence, sentence

Lot = Callable[[Sequence[str]], str]  # of names that are level, the one that is drawn


def in_order(seed: str, names: Sequence[str]) -> list[str]:
    """All names in the order of their lots, whatever order they are given in."""
    return sorted(names, key=lambda name: sha256(f"{seed}\n{name}".encode()).digest())


def drawn_by(seed: str) -> Lot:
    """The lot of a count: of names that are level, the first in the order of their lots."""
    return lambda names: in_order(seed, names)[0]


@dataclass(frozen=True)
class Draw:
    """The names drawn, in their order; then the others, who would come next."""

    seed: str
    drawn: tuple[str, ...]
    next: tuple[str, ...]
    says: tuple[Sentence, ...]


def draw(seed: str, names: Sequence[str], n: int) -> Draw:
    """Draw `n` of the names. Refused, if there are not so many or two are the same."""
    if len(set(names)) != len(names):
        raise Refused("same-name", name=next(name for name in names if names.count(name) > 1))
    if not 1 <= n <= len(names):
        raise Refused("draw", n=n, of=len(names))
    order = tuple(in_order(seed, names))
    return Draw(seed, order[:n], order[n:], (sentence("drawn", n=len(names), seed=seed, names=order[:n]),))
