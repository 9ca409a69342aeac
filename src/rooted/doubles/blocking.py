"""Which records are compared at all: those that begin within a month of each other and share something rare. Pure.

Of 100,000 records all pairs would be 5,000,000,000. Of those that begin within NEAR of a record only those are compared
that share one key with it: a firm's name or one of its words, a town, a source, a rare word of title or account.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from rooted.doubles.likeness import WINDOW, Facts, Likeness, gap, likeness

MONTH = timedelta(days=31)
NEAR = WINDOW + MONTH  # a record known to the month may have begun a month after its first day

# What more records than this share about that time says little: it is no key.
MOST_OF_A_NAME = 200  # a whole firm's name, a town, a source
MOST_OF_A_PART = 40  # one word of a firm's name
MOST_OF_A_WORD = 10  # one word of title or account

Key = tuple[str, Hashable]
MOST = {
    **dict.fromkeys(("firm", "town", "source"), MOST_OF_A_NAME),
    "part": MOST_OF_A_PART,
    "word": MOST_OF_A_WORD,
}


class Found(NamedTuple):
    """Two records that may be one."""

    one: Facts
    other: Facts
    likeness: Likeness


class Index:
    """Records by their keys, in the order in which they began; those known only to the year stand apart."""

    def __init__(self, records: Iterable[Facts]) -> None:
        self.narrow: dict[Key, list[Facts]] = defaultdict(list)
        self.wide: dict[Key, list[Facts]] = defaultdict(list)
        for facts in sorted(records, key=_first):
            index = self.wide if facts.last - facts.first > MONTH else self.narrow
            for key in keys_of(facts):
                index[key].append(facts)

    def sharing(self, key: Key, facts: Facts) -> list[Facts]:
        """Those with `key` that may have begun about the same time as `facts`, `facts` among them."""
        rows = self.narrow.get(key, [])
        start = bisect_left(rows, facts.first - NEAR, key=_first)
        end = bisect_right(rows, facts.last + WINDOW, key=_first)
        return rows[start:end] + [other for other in self.wide.get(key, ()) if gap(facts, other) <= WINDOW]

    def met_by(self, facts: Facts) -> Iterator[Facts]:
        """Those to compare `facts` with, each once."""
        seen = {facts.key}
        for key in keys_of(facts):
            sharing = self.sharing(key, facts)
            if len(sharing) > MOST[key[0]]:
                continue
            for other in sharing:
                if other.key not in seen:
                    seen.add(other.key)
                    yield other


def _first(facts: Facts) -> date:
    return facts.first


def keys_of(facts: Facts) -> Iterator[Key]:
    """All under which a record can meet another."""
    for words in facts.employers:
        yield "firm", words
        yield from (("part", word) for word in words)
    yield from (("town", town) for town in facts.towns)
    yield from (("source", address) for address in facts.sources)
    yield from (("word", word) for word in facts.words)


def likely_pairs(new: Iterable[Facts], around: Iterable[Facts]) -> list[Found]:
    """The likely pairs of each of `new` with any of `around`, which holds `new` too; each pair once."""
    index = Index(around)
    met: dict[frozenset[Hashable], Found] = {}
    for facts in new:
        for other in index.met_by(facts):
            pair = frozenset((facts.key, other.key))
            if pair not in met:
                met[pair] = Found(facts, other, likeness(facts, other))
    return [found for found in met.values() if found.likeness.likely]
