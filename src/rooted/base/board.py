"""What a part of the product puts on a group's notice board. Each app's board.py may have `lines`, `parts`, `steps`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Line:
    """One thing that needs someone: what, by when, who has it, one action.

    `urgent` is a word beside the date ("7 hours left of 48"); `rank` orders lines of one day, smallest first;
    `nobody` is true while nobody has it.
    """

    title: str
    url: str
    action: str
    when: date | None = None
    clock: str = ""
    urgent: str = ""
    who: str = ""
    nobody: bool = False
    rank: int = 100


@dataclass(frozen=True)
class Part:
    """A part of the group in use: its name, where it is, and how many things wait there."""

    name: str
    url: str
    count: int = 0
    rank: int = 100
    used: bool = True  # a part not yet used stays under "More"


@dataclass(frozen=True)
class Step:
    """One honest step of the first weeks: what to do next and where."""

    title: str
    text: str
    url: str
    action: str
    rank: int
    done: bool = False
