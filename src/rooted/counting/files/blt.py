"""Reading .blt, the format of Wichmann's and the Electoral Reform Society's programs, as OpenSTV and OpaVote extend it.

    3 2             3 options, 2 places
    -3              option 3 has withdrawn (several on a line, or on several lines)
    4 1 2=3 0       4 ballots: option 1 first, then 2 and 3 equally
    1 0             1 blank ballot
    0               no more ballots
    "Ana"           the names, with or without quotation marks, one or more on a line if with them
    "Bo" "Cem"
    "Spokesperson"  the title; it may be missing

From # to the end of a line is a comment. "-" stands for a rank left out; it is passed over.
Source: B. A. Wichmann, Voting matters 20 (2005); OpaVote, "BLT file format".
"""

import re
from collections import Counter
from collections.abc import Iterator

from rooted.counting.ballots import Ballots
from rooted.counting.files.text import BallotFile, Line, lines, named, options, whole, wrong
from rooted.counting.papers import CLOSE, OPEN

QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"\s*')
ESCAPED = re.compile(r'\\(["\\])')
COMMENT = re.compile(r"(?:^|\s)#.*$")


def read_blt(data: bytes) -> BallotFile:
    """The ballots of a .blt file. UnreadableBallots with one sentence for the first thing that is wrong."""
    left = iter(lines(data))
    n, seats = _head(left)
    withdrawn: set[int] = set()
    papers: Counter[bytes] = Counter()
    known = {str(number + 1): number for number in range(n)}
    for number, line in _numbers(left):
        words = line.split()
        if words == ["0"]:
            break
        if words[0].startswith("-"):
            withdrawn |= _withdrawn(words, number, n)
        else:
            weight, row = _ballot(words, number, known)
            papers[row] += weight
    else:
        raise wrong("blt-no-end")
    names, title = _names(left, n)
    return BallotFile(Ballots(tuple(names), papers, frozenset(withdrawn)), seats, title)


def _numbers(left: Iterator[Line]) -> Iterator[Line]:
    """Lines without their comments; those that are nothing else are left out."""
    for number, line in left:
        cut = line.partition("#")[0].strip() if "#" in line else line
        if cut:
            yield number, cut


def _head(left: Iterator[Line]) -> tuple[int, int]:
    number, line = next(_numbers(left), (1, ""))
    found = [whole(word) for word in line.split()]
    n, seats = found if len(found) == 2 else (None, None)
    if n is None or seats is None:
        raise wrong("blt-head", line=number)
    if seats < 1:
        raise wrong("blt-places", line=number, n=seats)
    return options(n, number), seats


def _withdrawn(words: list[str], line: int, n: int) -> set[int]:
    found = set()
    for word in words:
        option = whole(word[1:]) if word.startswith("-") else None
        if option is None:
            raise wrong("blt-word", line=line, word=word[:40])
        if not 1 <= option <= n:
            raise wrong("blt-withdrawn", line=line, n=option)
        found.add(option - 1)
    return found


def _ballot(words: list[str], line: int, known: dict[str, int]) -> tuple[int, bytes]:
    """How many, and the row of bytes (papers.py)."""
    weight = whole(words[0])
    if not weight:
        raise wrong("blt-weight", line=line)
    if len(words) == 1 or words[-1] != "0":
        raise wrong("blt-end", line=line)
    row = bytearray()
    for word in words[1:-1]:
        if word in known:
            row.append(known[word])
        elif word != "-":
            row += _rank(word, line, known)
    seen = row if OPEN not in row else row.translate(None, bytes((OPEN, CLOSE)))
    if len(set(seen)) != len(seen):
        raise wrong("twice", line=line, n=next(one for one in seen if seen.count(one) > 1) + 1)
    return weight, bytes(row)


def _rank(word: str, line: int, known: dict[str, int]) -> bytes:
    """Options that share a rank, "2=3"; or what is wrong with the word."""
    found = []
    for part in word.split("="):
        option = whole(part)
        if option is None:
            raise wrong("blt-word", line=line, word=word[:40])
        if option == 0:
            raise wrong("blt-middle", line=line)
        if option > len(known):
            raise wrong("unknown", line=line, n=option, of=len(known))
        found.append(option - 1)
    return bytes(found) if len(found) == 1 else bytes((OPEN, *sorted(found), CLOSE))


def _names(left: Iterator[Line], n: int) -> tuple[list[str], str]:
    """The names and the title."""
    before: dict[str, int] = {}
    title = ""
    for number, text in _texts(left):
        if len(before) < n:
            named(text, number, before)
        elif title:
            raise wrong("blt-after", line=number)
        else:
            title = named(text, number) if text.strip() else ""
    if len(before) < n:
        raise wrong("blt-names", n=len(before), of=n)
    return list(before), title


def _texts(left: Iterator[Line]) -> Iterator[Line]:
    """Each text with its line: as it stands, or what is between quotation marks."""
    for number, line in left:
        if not line.startswith('"'):
            text = COMMENT.sub("", line).strip()
            yield from [(number, text)] if text else []
            continue
        at = 0
        while at < len(line) and line[at] != "#":
            hit = QUOTED.match(line, at)
            if not hit:
                raise wrong("blt-quote", line=number)
            yield number, ESCAPED.sub(r"\1", hit[1])
            at = hit.end()
