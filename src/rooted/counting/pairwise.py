"""How many prefer each option to each other one. A ranked option is preferred to all that are not ranked.

The ranks of one option on all ballots stand side by side in one very long whole number, a byte each. Subtracting two of
these compares all ballots at once; the bits that are left are counted. That is exact, and some ten times quicker than a
loop over ballots and pairs. Unranked is the last rank.
"""

from collections.abc import Mapping, Sequence

from rooted.counting.ballots import Ballots
from rooted.counting.papers import OPEN, ranking

Matrix = list[list[int]]  # [a][b]: how many prefer a to b; 0 where a is b

LAST = 0x7F  # the rank of what is not ranked; with more than 126 ranks on a ballot we count in a loop
TOP = 0x80  # the bit above a rank, where a subtraction shows which was larger


def prefer(ballots: Ballots) -> Matrix:
    """The table for all options, by number, withdrawn ones with 0 everywhere. Blank ballots prefer nothing."""
    papers = ballots.counted().papers
    n = len(ballots.options)
    table = in_a_loop(papers, n) if n >= LAST else _at_once(papers, n)
    for option in ballots.withdrawn:
        table[option] = [0] * n
        for row in table:
            row[option] = 0
    return table


def in_a_loop(papers: Mapping[bytes, int], n: int) -> Matrix:
    """The same, ballot by ballot and pair by pair."""
    table = [[0] * n for _ in range(n)]
    for row, weight in papers.items():
        below = set(range(n))
        for rank in ranking(row):
            below.difference_update(rank)
            for one in rank:
                for other in below:
                    table[one][other] += weight
    return table


def _at_once(papers: Mapping[bytes, int], n: int) -> Matrix:
    """Ballots that several filled in the same come first, the most frequent at the very beginning."""
    several = sorted([item for item in papers.items() if item[1] > 1], key=lambda item: item[1], reverse=True)
    single = [row for row, weight in papers.items() if weight == 1]
    ranks = _ranks([row for row, _ in several] + single, n)
    planes = _planes([weight for _, weight in several], len(single))
    ones = int.from_bytes(b"\x01" * len(papers), "little")
    after = [rank | ones * TOP for rank in ranks]
    table = [[0] * n for _ in range(n)]
    for one in range(n):
        behind = ranks[one] + ones
        for other in range(n):
            if other != one:  # the bit stays where the rank of `other` is larger than that of `one`
                better = after[other] - behind
                table[one][other] = sum((better & plane).bit_count() << bit for bit, plane in planes)
    return table


def _ranks(rows: Sequence[bytes], n: int) -> list[int]:
    """For each option the ranks it has on all ballots, the first ballot in the lowest byte.

    Ranks are written as n, n + 1 … first: what is still below n afterwards is an option that the ballot does not rank.
    """
    every = bytes(range(n))
    first = [bytes(range(n, n + k)) for k in range(n + 1)]
    table = bytes.maketrans
    flat = b"".join([every.translate(_shared(row, n) if OPEN in row else table(row, first[len(row)])) for row in rows])
    flat = flat.translate(bytes((*[LAST] * n, *range(n), *[LAST] * (256 - 2 * n))))
    return [int.from_bytes(flat[option::n], "little") for option in range(n)]


def _shared(row: bytes, n: int) -> bytes:
    """From option to n + rank, for a ballot on which options share a rank."""
    ranks = {option: n + rank for rank, shared in enumerate(ranking(row)) for option in shared}
    return bytes.maketrans(bytes(ranks), bytes(ranks.values()))


def _planes(weights: Sequence[int], single: int) -> list[tuple[int, int]]:
    """For each binary digit of the weights (from the largest on, then `single` ones): who has it, at the TOP bit."""
    planes = []
    for bit in range(max(weights, default=1).bit_length()):
        last = next((at for at, weight in enumerate(weights) if weight >> bit == 0), len(weights))
        marks = bytes(TOP if weight >> bit & 1 else 0 for weight in weights[:last])
        marks += bytes((TOP,)) * single if bit == 0 else b""
        planes.append((bit, int.from_bytes(marks, "little")))
    return planes
