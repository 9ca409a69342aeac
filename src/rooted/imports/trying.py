"""What a mapping would make of a file: some of its rows as they will look, what is unclear in all that were kept, and
the words no table knows. Nothing is written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from rooted.base.fold import line
from rooted.imports import notes
from rooted.mappings.cells import kept, several, whole
from rooted.mappings.coding import is_known, parts_of
from rooted.mappings.fields import FIELDS, scheme_of
from rooted.mappings.making import Made, Maker
from rooted.mappings.shape import Mapping, Rule
from rooted.mappings.words import CODES
from rooted.records.codes import SOURCE_KINDS, label
from rooted.records.questions import POINT_KINDS, SEEDS
from rooted.records.record import Record
from rooted.struggles.models import Struggle
from rooted.struggles.storing import values_of
from rooted.tables.looking import Look

SHOWN = 5
MOST_WORDS = 30
VALUES = 3  # real values shown beside a column
LONGEST_VALUE = 60


@dataclass(frozen=True)
class Tried:
    """One row as it will look: `struggle` is not stored; `told` are its points and sources, each with what it is;
    sentences say what is unclear or why it is left out."""

    struggle: Struggle | None
    employers: str
    codings: list[str]
    told: list[tuple[str, str]]
    sentences: list[str]


def tried(look: Look, mapping: Mapping) -> list[Tried]:
    """Five of the rows that were kept, from the beginning to the end of the file."""
    last = len(look.samples) - 1
    places = sorted({0, 1, last // 3, 2 * last // 3, last} & set(range(last + 1)))
    maker = Maker(mapping)
    return [as_it_will_look(maker.make(look.samples[place], "?")) for place in places[:SHOWN]]


def as_it_will_look(made: Made) -> Tried:
    if made.record is None:
        return Tried(None, "", [], [], [notes.say(*made.left_out)] if made.left_out else [])
    record = made.record
    shown = Struggle(**values_of(record))
    names = [employer.name for employer in record.employers] + [union.name for union in record.organisations]
    sentences = [notes.say(code, detail) for code, detail in record.notes]
    return Tried(shown, ", ".join(names), words_of(record), list(told_by(record)), sentences)


def told_by(record: Record) -> Iterator[tuple[str, str]]:
    for point in record.points:
        known = SEEDS[point.kind].get(point.code, point.words)
        yield str(POINT_KINDS[point.kind]), ": ".join(part for part in (str(known), point.evidence) if part)
    kinds = dict(SOURCE_KINDS)
    for source in record.sources:
        yield str(kinds[source.kind]), source.url or source.text


def words_of(record: Record) -> list[str]:
    return [label(code.scheme, code.code, code.literal) for code in record.codings]


@dataclass(frozen=True)
class Summary:
    """Of `looked_at` rows so many are left out or unclear for one reason; one of them as an example."""

    looked_at: int
    left_out: int
    reasons: list[tuple[int, str]]


def summary(look: Look, mapping: Mapping) -> Summary:
    """What becomes of all the rows that were kept, the commonest reason first."""
    maker = Maker(mapping)
    left_out, often, example = 0, Counter[str](), dict[str, str]()
    for values in look.samples:
        made = maker.make(values, "?")
        said = made.record.notes if made.record else (made.left_out,) if made.left_out else ()
        left_out += made.record is None
        often.update({code for code, _detail in said})
        for code, detail in said:
            example.setdefault(code, detail)
    reasons = [(count, notes.say(code, example[code])) for code, count in often.most_common()]
    return Summary(len(look.samples), left_out, reasons)


def examples(look: Look, column: str) -> list[str]:
    """Up to three different values of a column, as they stand in the file; of a list what is in it."""
    texts = (", ".join(kept(one) for one in whole(values.get(column), "")) for values in look.samples)
    different = list(dict.fromkeys(text for text in texts if text))[:VALUES]
    return [text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…" for text in different]


def unknown_words(look: Look, mapping: Mapping) -> tuple[list[tuple[str, str]], int]:
    """The words of coded columns that no table of ours knows, each as list or choice and word; how many more there are.

    The commonest of each column come first, in turns: a column with many takes no room from the others.
    """
    found: dict[tuple[str, str], tuple[str, str]] = {}
    columns: list[list[tuple[str, str]]] = []
    for rule in mapping.rules:
        scheme = scheme_of(rule.field)
        if scheme in CODES and FIELDS[rule.field].kind in ("codes", "choice"):
            words = [word for word in written(look, rule) if not known(scheme, word, rule.how)]
            columns.append([(scheme, line(word)) for word in words])
            for word in words:
                found.setdefault((scheme, line(word)), (scheme, word[:80]))
    in_turns = dict.fromkeys(key for turn in zip_longest(*columns) for key in turn if key)
    first = set(list(in_turns)[:MOST_WORDS])
    return [found[key] for key in found if key in first], len(found) - len(first)


def known(scheme: str, word: str, how: str) -> bool:
    parts = parts_of(scheme, word, how, {})
    return line(word) in ("", "other") or all(is_known(scheme, part, how, {}) for part in parts)


def written(look: Look, rule: Rule) -> list[str]:
    cells: list[Any] = look.words.get(rule.column) or [values.get(rule.column) for values in look.samples]
    split = rule.split if FIELDS[rule.field].several else ""
    return [word for cell in cells for word in several(cell, split)]
