"""How alike two records are, and by what. Pure: plain values in, reasons out; no database, no words for people.

Each reason gives or takes points; from LIKELY on, a pair is shown to a person. The points only order what is shown.
They were tuned by hand on two real lists (README): what is told apart there must be told apart here.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rooted.records.firms import LEGAL_FORMS

LIKELY = 7
WINDOW = timedelta(days=31)  # records that begin further apart are never compared
WIDE = {"decade": 1, "century": 2}  # such a time proves little: so many points less, and it must overlap

# What a firm is by law says nothing about which firm it is, nor do these.
SMALL_WORDS = frozenset(["sp", "zoo", "the", "and", "of", "de", "la", "und"])
SHORTEST_WORD = 4  # characters; shorter words stand in every text
FEWEST_WORDS = 4
FEW_PEOPLE = 20  # 12 and 12 people is chance, 1,713 and 1,713 is not


@dataclass(frozen=True, slots=True)
class Facts:
    """What one record is compared by. Names and words are folded; places are (country, region, town).

    `first` to `last` is when it may have begun: one day, or the month, year or century where no more is known.
    `source_set` is the list it was brought in with: whoever made that list held its records to be different ones.
    """

    key: Any  # its id: can be sorted
    first: date
    last: date
    precision: str = "day"
    ended: date | None = None  # only where it is known to the day
    employers: frozenset[frozenset[str]] = frozenset()
    towns: frozenset[tuple[str, str]] = frozenset()  # (country, town)
    regions: frozenset[tuple[str, str]] = frozenset()  # (country, region)
    countries: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    people: int | None = None
    source_set: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """`reasons` are codes of saying.py, some with figures: "days:3", "words:9:12"."""

    points: int
    reasons: tuple[str, ...]

    @property
    def likely(self) -> bool:
        return self.points >= LIKELY


Part = tuple[int, str]
NOTHING: Part = (0, "")


def employer_words(folded: str) -> frozenset[str]:
    """The words by which a firm is known: its folded name without its legal form, unless nothing else is left."""
    words = frozenset(folded.split())
    return words - LEGAL_FORMS - SMALL_WORDS or words


def telling_words(words: Iterable[str], names: frozenset[str]) -> frozenset[str]:
    """The words of a text that can tell records apart: long ones and figures, without the `names` compared anyway."""
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD or word.isdigit()) - names


def likeness(one: Facts, other: Facts) -> Likeness:
    """Why two records may be one. The same whichever comes first."""
    wide = WIDE.keys() & {one.precision, other.precision}
    if gap(one, other) > (timedelta(0) if wide else WINDOW):
        return Likeness(0, ())
    parts = [
        _employers(one.employers, other.employers),
        _when(one, other),
        _same_end(one, other),
        _where(one, other),
        _words(one.words, other.words),
        (2, "source") if one.sources & other.sources else NOTHING,
        _organisations(one.organisations, other.organisations),
        _people(one.people, other.people),
        (-1, "") if one.source_set and one.source_set == other.source_set else NOTHING,
    ]
    return Likeness(sum(points for points, _reason in parts), tuple(reason for _points, reason in parts if reason))


def gap(one: Facts, other: Facts) -> timedelta:
    """How far apart they began at the least; nothing where the times in which they may have begun overlap."""
    return max(one.first - other.last, other.first - one.last, timedelta(0))


def _employers(ours: frozenset[frozenset[str]], theirs: frozenset[frozenset[str]]) -> Part:
    if not ours or not theirs:
        return NOTHING
    if ours & theirs:
        return 3, "employer"
    if any(_alike(name, other) for name in ours for other in theirs):
        return 2, "employer-alike"
    return -3, ""


def _alike(name: frozenset[str], other: frozenset[str]) -> bool:
    """One name holds the other, or more than half of all their words are in both."""
    return name <= other or other <= name or 2 * len(name & other) > len(name | other)


def _when(one: Facts, other: Facts) -> Part:
    known = {one.precision, other.precision}
    if wide := [WIDE[precision] for precision in known & WIDE.keys()]:
        return -max(wide), "span"
    if "year" in known:
        return 0, "year"
    days = gap(one, other).days
    if known != {"day"}:
        return (1, "month") if not days else (0, f"days:{days}")
    if not days:
        return 3, "day"
    return (2 if days <= 3 else 1 if days <= 10 else 0), f"days:{days}"


def _same_end(one: Facts, other: Facts) -> Part:
    return (1, "end") if one.ended is not None and one.ended == other.ended else NOTHING


def _where(one: Facts, other: Facts) -> Part:
    if one.towns & other.towns:
        return 2, "town"
    if one.towns and other.towns:
        return (-1, "region") if one.regions & other.regions else (-3, "")
    if one.countries and other.countries and not one.countries & other.countries:
        return -4, ""
    return (1, "region") if one.regions & other.regions else NOTHING


def _words(ours: frozenset[str], theirs: frozenset[str]) -> Part:
    fewer = min(len(ours), len(theirs))
    if fewer < FEWEST_WORDS:
        return NOTHING
    same = len(ours & theirs)
    share = 100 * same // fewer
    points = 4 if share >= 60 else 2 if share >= 40 else 1 if share >= 25 else 0
    if points:
        return points, f"words:{same}:{fewer}"
    return (-1, "") if share < 15 and fewer >= 2 * FEWEST_WORDS else NOTHING


def _organisations(ours: frozenset[str], theirs: frozenset[str]) -> Part:
    if ours & theirs:
        return 1, "organisation"
    return (-1, "") if ours and theirs else NOTHING


def _people(ours: int | None, theirs: int | None) -> Part:
    """The same number, or one that is off by a tenth at most."""
    if ours is None or theirs is None or min(ours, theirs) < FEW_PEOPLE:
        return NOTHING
    return (1, "people") if 10 * abs(ours - theirs) <= max(ours, theirs) else NOTHING
