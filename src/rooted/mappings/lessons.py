"""Points of a row: evidence in sentences, or words of the vocabulary, which any language may name."""

import functools
from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from rooted.base.fold import line
from rooted.mappings.reading_row import Reading
from rooted.records import questions
from rooted.records.record import Point

LONGEST_EVIDENCE, LONGEST_WORDS = 1_000, 80


def read_points(reading: Reading, field: str) -> Iterator[Point]:
    """The points of one kind. Weak points are kept back while the action runs, as in reports."""
    kind = field.removeprefix("point-")
    for rule, texts in reading.by_rule(field):
        for text in texts:
            words, code, evidence = parts_of(kind, text) if rule.how == "words" else ("", "", text)
            evidence = reading.cut(evidence, LONGEST_EVIDENCE, field)
            yield Point(kind, words, code, evidence, withheld=kind == questions.WEAK)


def parts_of(kind: str, text: str) -> tuple[str, str, str]:
    """Words of one's own, the code of a known word, evidence: "Isolated: nobody came" names a word and its evidence."""
    head, _colon, rest = text.partition(":")
    for words, evidence in ((text, ""), (head, rest.strip())):
        if code := seed_of(kind, words):
            return "", code, evidence
    return (" ".join(text.split()), "", "") if len(text) <= LONGEST_WORDS else ("", "", text)


def seed_of(kind: str, words: str) -> str:
    """The code of a word the vocabulary begins with, in any language of this product; "" where it is none."""
    return _seeds().get((kind, line(words)), "")


@functools.cache
def _seeds() -> dict[tuple[str, str], str]:
    known: dict[tuple[str, str], str] = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            for kind, seeds in questions.SEEDS.items():
                for code, words in seeds.items():
                    known |= {(kind, line(code)): code, (kind, line(str(words))): code}
    return known
