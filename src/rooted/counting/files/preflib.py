"""Reading PrefLib's .soc, .soi, .toc and .toi: orders that are strict or have ties, complete or incomplete.

    # DATA TYPE: toi
    # NUMBER ALTERNATIVES: 3
    # NUMBER VOTERS: 5
    # NUMBER UNIQUE ORDERS: 2
    # ALTERNATIVE NAME 1: Ana
    …
    4: 1,{2,3}
    1: 3

Source: PrefLib, "Data format" (the form of 2022 and later). Numbers in the head must fit the lines.
"""

import re
from collections import Counter

from rooted.counting.ballots import Ballots
from rooted.counting.files.text import BallotFile, Line, lines, named, options, whole, wrong
from rooted.counting.papers import CLOSE, OPEN

KINDS = ("soc", "soi", "toc", "toi")
ENTRY = re.compile(r"#\s*([A-Z][A-Z0-9 ]*?)\s*:\s*(.*)")
ORDER = re.compile(
    r"(\d+)\s*:\s*((?:\d+|\{\s*\d+(?:\s*,\s*\d+)*\s*\})(?:\s*,\s*(?:\d+|\{\s*\d+(?:\s*,\s*\d+)*\s*\}))*)", re.ASCII
)
RANK = re.compile(r"\{[^}]*\}|\d+")
FIGURES = re.compile(r"\d+")


def read_preflib(data: bytes, kind: str = "") -> BallotFile:
    """The ballots of a PrefLib file. `kind` is the end of its name, used if the head does not say.

    UnreadableBallots with one sentence for the first thing that is wrong.
    """
    head: dict[str, Line] = {}
    orders: list[Line] = []
    for number, line in lines(data):
        if not line.startswith("#"):
            orders.append((number, line))
        elif orders:
            raise wrong("preflib-late", line=number)
        elif entry := ENTRY.fullmatch(line):
            if entry[1] in head:
                raise wrong("preflib-again", line=number, word=entry[1])
            head[entry[1]] = (number, entry[2].strip())
    kind = _kind(head, kind)
    n = options(_number(head, "NUMBER ALTERNATIVES"), head["NUMBER ALTERNATIVES"][0])
    names = _names(head, n)
    papers: Counter[bytes] = Counter()
    for number, line in orders:
        weight, row = _order(line, number, n, kind)
        papers[row] += weight
    _fits(head, "NUMBER VOTERS", sum(papers.values()), "preflib-voters")
    _fits(head, "NUMBER UNIQUE ORDERS", len(papers), "preflib-orders")
    at, title = head.get("TITLE", (0, ""))
    return BallotFile(Ballots(tuple(names), papers), None, named(title, at) if title else "")


def _kind(head: dict[str, Line], kind: str) -> str:
    line, word = head.get("DATA TYPE", (0, kind))
    if word not in KINDS:
        raise (
            wrong("preflib-type-at", line=line, word=word[:40]) if line else wrong("preflib-missing", word="DATA TYPE")
        )
    return word


def _number(head: dict[str, Line], key: str) -> int:
    if key not in head:
        raise wrong("preflib-missing", word=key)
    line, word = head[key]
    found = whole(word)
    if found is None:
        raise wrong("preflib-number", line=line)
    return found


def _fits(head: dict[str, Line], key: str, found: int, message: str) -> None:
    """What the head says is what the lines hold, if it says so at all."""
    if key in head and (said := _number(head, key)) != found:
        raise wrong(message, n=said, of=found)


def _names(head: dict[str, Line], n: int) -> list[str]:
    before: dict[str, int] = {}
    for option in range(1, n + 1):
        key = f"ALTERNATIVE NAME {option}"
        if key not in head:
            raise wrong("preflib-named", n=option)
        line, name = head[key]
        named(name, line, before)
    if (more := f"ALTERNATIVE NAME {n + 1}") in head:
        raise wrong("unknown", line=head[more][0], n=n + 1, of=n)
    return list(before)


def _order(text: str, line: int, n: int, kind: str) -> tuple[int, bytes]:
    """How many, and the row of bytes (papers.py)."""
    hit = ORDER.fullmatch(text)
    weight = whole(hit[1]) if hit else None
    if hit is None or not weight:
        raise wrong("preflib-line", line=line)
    row = bytearray()
    seen: set[int] = set()
    for rank in RANK.findall(hit[2]):
        shared = [_option(word, line, n) for word in FIGURES.findall(rank)]
        if len(shared) > 1 and kind[0] == "s":
            raise wrong("preflib-ties", line=line, kind=kind)
        for option in shared:
            if option in seen:
                raise wrong("twice", line=line, n=option + 1)
            seen.add(option)
        row += bytes(shared) if len(shared) == 1 else bytes((OPEN, *sorted(shared), CLOSE))
    if kind[2] == "c" and len(seen) < n:
        raise wrong("preflib-short", line=line, n=len(seen), of=n, kind=kind)
    return weight, bytes(row)


def _option(word: str, line: int, n: int) -> int:
    option = whole(word)
    if option is None or not 1 <= option <= n:
        raise wrong("unknown", line=line, n=word[:12], of=n)
    return option - 1
