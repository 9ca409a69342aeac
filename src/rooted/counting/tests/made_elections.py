"""Small elections by chance, the same everywhere and always: what is compared with pref-voting (peer.py).

Plain Python without imports of ours, since the peer's environment has nothing of ours. A ranking is a tuple of ranks,
each a tuple of options, as in papers.py.
"""

from dataclasses import dataclass
from hashlib import sha256

STRICT, EQUAL = 2_000, 1_000  # elections without and with equal ranks


class Chance:
    """Numbers out of SHA-256 of a seed and a counter; no version of Python changes them."""

    def __init__(self, seed: str) -> None:
        self.seed, self.at = seed, 0

    def below(self, n: int) -> int:
        self.at += 1
        return int.from_bytes(sha256(f"{self.seed}:{self.at}".encode()).digest()[:8]) % n


@dataclass(frozen=True)
class Election:
    """`groups`: rankings with how many people gave each."""

    options: int
    seats: int
    groups: tuple[tuple[tuple[tuple[int, ...], ...], int], ...]


def election(number: int, *, equal: bool) -> Election:
    """The election of this number: 3 to 7 options, 1 to 4 places, 1 to 12 different ballots, few or many of each."""
    chance = Chance(f"{'equal' if equal else 'strict'} {number}")
    options = 3 + chance.below(5)
    seats = 1 + chance.below(min(4, options - 1))
    heavy = (3, 12, 60)[chance.below(3)]
    groups = {}
    for _ in range(1 + chance.below(12)):
        groups[ranking(chance, options, equal=equal)] = 1 + chance.below(heavy)
    return Election(options, seats, tuple(groups.items()))


def ranking(chance: Chance, options: int, *, equal: bool) -> tuple[tuple[int, ...], ...]:
    left, ranks = list(range(options)), []
    for _ in range(1 + chance.below(options)):
        option = left.pop(chance.below(len(left)))
        if equal and ranks and chance.below(3) == 0:
            ranks[-1] = (*ranks[-1], option)
        else:
            ranks.append((option,))
    return tuple(tuple(sorted(rank)) for rank in ranks)


def elections(*, equal: bool) -> list[Election]:
    return [election(number, equal=equal) for number in range(EQUAL if equal else STRICT)]
