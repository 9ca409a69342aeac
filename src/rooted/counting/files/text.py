"""What all files of ballots share: bytes to numbered lines, names that can be shown, and how a file is refused."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from rooted.counting.ballots import Ballots
from rooted.counting.methods.stands import Stands
from rooted.counting.papers import MOST
from rooted.counting.telling import Refused, Value

LARGEST = 50  # MB of a file
LONGEST = 200  # signs of a name
STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")  # turn the text around it

Points = tuple[tuple[tuple[int, ...], int], ...]  # points by option, and how many gave just these
Line = tuple[int, str]  # its number in the file, from 1, and what stands on it without blanks at both ends


class UnreadableBallots(Refused):
    """A file that cannot be read as ballots: one sentence, with the line and what is wrong there."""


def wrong(key: str, **values: Value) -> UnreadableBallots:
    """What to raise: `raise wrong("twice", line=3, n=2)`."""
    return UnreadableBallots(key, **values)


@dataclass(frozen=True)
class BallotFile:
    """The ballots of a file, how many places they are to fill (None: not said) and the title ("": none).

    Our own files (ours.py) say more: the `method`, which option means "none of these", the `seed` of lots, `points`
    with how many gave just these, or the `totals` of hands; how many `voters` there were, and had to be (`quorum`).
    """

    ballots: Ballots
    seats: int | None = None
    title: str = ""
    method: str = ""
    none: str = ""
    seed: str = ""
    points: Points = ()
    totals: Mapping[str, int] = field(default_factory=dict)
    voters: int = 0
    quorum: int = 0


@dataclass(frozen=True)
class StandsFile:
    """A file of ours that holds how many said yes, no and so on to one text."""

    stands: Stands
    title: str = ""


def lines(data: bytes) -> list[Line]:
    """The lines that are not empty. UnreadableBallots, if it is no UTF-8 text, too large or empty."""
    if len(data) > LARGEST * 1_000_000:
        raise wrong("size", most=LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise wrong("not-text", line=data.count(b"\n", 0, error.start) + 1) from error
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line and not line.isspace()]
    if not found:
        raise wrong("empty")
    return found


def named(name: str, line: int, before: dict[str, int] | None = None) -> str:
    """The name, if it can stand on a page and is not among those `before` it (which it joins)."""
    name = name.strip()
    if not name:
        raise wrong("blt-name", line=line)
    if len(name) > LONGEST:
        raise wrong("long", line=line, most=LONGEST)
    if not printable(name):
        raise wrong("control", line=line)
    if before is not None:
        if name in before:
            raise wrong("same-name-at", line=line, name=name)
        before[name] = line
    return name


def printable(text: str) -> bool:
    """Whether no sign of it steers a terminal or turns the text around it."""
    return not any(sign in STEERING or unicodedata.category(sign) in {"Cc", "Cs"} for sign in text)


def on_one_line(text: str) -> str:
    """The text as a file of ballots can hold it: on one line, and a blank for each sign that is not printable."""
    return " ".join("".join(sign if printable(sign) else " " for sign in text).split())


def whole(word: str) -> int | None:
    """A whole number in ASCII figures, of at most 12; None for anything else."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 12 else None


def options(n: int, line: int) -> int:
    """The number of options, if it can be counted."""
    if n < 1:
        raise wrong("few-options", line=line, n=n)
    if n > MOST:
        raise wrong("many-options", line=line, n=n, most=MOST)
    return n
