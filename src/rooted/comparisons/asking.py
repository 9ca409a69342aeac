"""Puts a question to the database: a fixed number of statements, however many records there are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rooted.comparisons import counting
from rooted.comparisons.answer import ALL, Answer, Part, Row, gathered, in_order, line, part_of
from rooted.comparisons.question import MOST, Question
from rooted.comparisons.traits import NOT_KNOWN, Trait
from rooted.struggles.models import Struggle, StruggleQuerySet

OFFERED = 30  # groups a reader can choose from
MOST_PARTS = 150  # years of a century and a half
MOST_UNORDERED = 20  # parts of a split that has no order of its own


@dataclass(frozen=True)
class Asked:
    """A question with its answer; `offered`: the groups that could be held against each other, with their words."""

    question: Question
    answer: Answer
    offered: dict[str, str]
    public: int  # records in the chronicle that day
    inexact: int  # records dated to a decade or a century only
    households: int  # records whose number counts households


def ask(question: Question) -> Asked:
    """The answer to `question`, of the records that are public now."""
    records, measure, trait = question.among.records(), question.measure, question.trait
    rows = _rows(question, records, by=_told_with_the_whole(question))
    whole = gathered((code, "", value, n) for code, _part, value, n in rows)
    sizes = {code: sum(counts.values()) for (code, _part), counts in whole.items()}
    codes = in_order({code: n for code, n in sizes.items() if code}, trait.order, in_time=trait.in_time)
    shown = [code for code in codes if code in question.one] or most_frequent(codes, sizes, MOST)
    offered = worded(trait, dict.fromkeys([*shown, *most_frequent(codes, sizes, OFFERED)]))
    groups = {code: offered[code] for code in shown}
    parts, hidden = _parts(question, records, groups, rows)
    everything = _everything(question, records) if trait.relation else sum(whole.values(), Counter())
    answer = Answer(
        whole=part_of(measure, whole, groups, ""),
        parts=parts,
        everything=line(measure, everything, ALL, ""),
        twice=counting.in_several(records, trait, shown),
        not_shown=len(codes) - len(shown),
        parts_not_shown=hidden,
    )
    return Asked(question, answer, offered, **counting.remarks(records), public=Struggle.objects.public().count())


def _told_with_the_whole(question: Question) -> Trait | None:
    """The split, where each record belongs to one part only: the parts then add up, and one statement counts both."""
    return question.split if question.split and not question.split.relation else None


def most_frequent(codes: Sequence[str], sizes: Mapping[str, int], most: int) -> list[str]:
    """At most `most` of the codes, those of most records, in the order of `codes`."""
    kept = set(sorted(codes, key=lambda code: (-sizes[code], code))[:most])
    return [code for code in codes if code in kept]


def worded(trait: Trait, codes: Iterable[str]) -> dict[str, str]:
    """Each code with its words, in the order given; "" is not known."""
    codes = list(codes)
    names = trait.names([code for code in codes if code])
    return {code: str(names.get(code, code)) if code else "" for code in codes}


def _rows(
    question: Question, records: StruggleQuerySet, *, by: Trait | None, only: Sequence[str] | None = None
) -> list[Row]:
    """Each group (or those of `only`), and those of which it is not known, by part and value."""
    traits = {"held": question.trait} | ({"by": by} if by else {}) | _value(question)
    rows = counting.tally(records, traits, {} if only is None else {"held": only})
    named = ({"found": row[-1]} | dict(zip(traits, row, strict=False)) for row in rows)
    return [(row["held"], row.get("by", ""), row.get("value"), row["found"]) for row in named]


def _everything(question: Question, records: StruggleQuerySet) -> Counter[Any]:
    """How many of all records have which value, each record once."""
    if not (value := _value(question)):
        return Counter({None: records.count()})
    return Counter(dict(counting.tally(records, value)))


def _value(question: Question) -> dict[str, Trait]:
    value = question.measure.value
    return {"value": value} if value else {}


def _parts(
    question: Question, records: StruggleQuerySet, groups: Mapping[str, str], rows: list[Row]
) -> tuple[tuple[Part, ...], int]:
    """The parts of the split that are shown, and how many are not; `rows` have them where they could be told."""
    split = question.split
    if split is None or not groups:
        return (), 0
    wanted = [*groups, NOT_KNOWN]
    if _told_with_the_whole(question) is None:
        rows = _rows(question, records, by=split, only=wanted)
    found = gathered(row for row in rows if row[0] in wanted)
    sizes: Counter[str] = Counter()
    for (_code, part), counts in found.items():
        sizes[part] += sum(counts.values())
    codes = in_order(sizes, split.order, in_time=split.in_time)
    shown = most_frequent(codes, sizes, MOST_PARTS if split.order or split.in_time else MOST_UNORDERED)
    words = worded(split, shown)
    parts = tuple(part_of(question.measure, found, groups, code, words[code]) for code in shown)
    return parts, len(codes) - len(shown)
