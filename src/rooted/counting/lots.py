"""Drawing lots so that everyone can draw again and gets the same.

A seed is agreed beforehand that nobody can foresee (tomorrow's lottery numbers, a number each person calls out). Each
name's lot is SHA-256 of the seed, a line break and the name; the smallest comes first. Two lines of Python do the same:

    from hashlib import sha256
    print(sorted(names, key=lambda name: sha256(f"{seed}\\n{name}".encode()).digest()))

Whoever types a number could try "4, 8" and "4-8" until friends are drawn. So an agreed number is brought to one form
first (as_agreed): words and figures alone, in small letters, one blank between them.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from rooted.counting.telling import Refused, Sentence, sentence

NAME = "lots"
WORD = re.compile(r"\w+")
Lot = Callable[[Sequence[str]], str]  # of names that are level, the one that is drawn


def as_agreed(number: str) -> str:
    """The one form of a number: " 4, 8 – ١٥" is "4 8 15". Empty where there is neither figure nor letter."""
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", number).casefold())
    words = WORD.findall(plain.replace("_", " "))
    return " ".join("".join(str(unicodedata.decimal(sign, sign)) for sign in word) for word in words)


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
