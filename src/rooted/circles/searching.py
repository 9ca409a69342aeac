"""Searching what is sealed: opened and read within one request, newest first. No index is kept anywhere.

An index of a circle's words, even of digests of them, would tell a thief how often each stands there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rooted.base import seal
from rooted.base.fold import asked_words, kept_words
from rooted.circles.keys import OpenCircle
from rooted.circles.kinds import not_searched
from rooted.circles.models import SealedItem

MOST_READ = 5_000  # items; 0.06 to 0.25 s of reading
MOST_FOUND = 50
SHORTEST_BEGINNING = 3  # letters; the last word asked for may be the beginning of one


@dataclass(frozen=True)
class Match:
    """A sealed item that holds every word asked for, and what it says."""

    item: SealedItem
    content: dict[str, Any]

    @property
    def text(self) -> str:
        """Its longest text, where the words most likely stand."""
        return max(texts(self.content), key=len, default="")


@dataclass(frozen=True)
class Hit:
    """One result on the page: what it is, where it stands, what it says."""

    title: str
    url: str
    day: date
    text: str


def texts(content: dict[str, Any]) -> list[str]:
    """Everything in `content` that is text."""
    return [value for value in content.values() if isinstance(value, str)]


def matches(circles: Mapping[int, OpenCircle], query: str) -> tuple[list[Match], bool]:
    """Up to 50 items with every word of `query`, newest first; and whether all that is sealed was read.

    `circles`: the open circles to look through, by their ids.
    """
    words = asked_words(query)
    if not words:
        return [], True
    found: list[Match] = []
    items = SealedItem.objects.filter(circle__in=list(circles)).exclude(kind__in=not_searched()).order_by("-day", "pk")
    for number, item in enumerate(items.iterator(chunk_size=200)):
        if number == MOST_READ or len(found) == MOST_FOUND:
            return found, False
        content = _opened(circles[item.circle_id], item)
        if holds(set(kept_words("\n".join(texts(content)))), words):
            found.append(Match(item, content))
    return found, True


def _opened(keys: OpenCircle, item: SealedItem) -> dict[str, Any]:
    try:
        return keys.read(item)
    except seal.Closed:
        return {}


def holds(there: set[str], words: list[str]) -> bool:
    """Whether the folded words `there` hold every word asked for; of the last a beginning is enough."""
    *whole, last = words
    if not there.issuperset(whole):
        return False
    return last in there or (len(last) >= SHORTEST_BEGINNING and any(word.startswith(last) for word in there))
