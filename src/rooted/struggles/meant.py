"""Words that mean a code: "strike", "Streik" and "إضراب" find every record coded as a strike, whatever its text says; a
number of four digits finds what began or ended in that year.

A record carries its codes as marks in the search (base/search.py); a word is looked up among the labels of all codes in
every language that is translated whole, and becomes the marks of those it stands in. Nothing is stored again when a
label changes. Labels are read more kindly than texts: "strikes" means "Strike".
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation

from rooted.base.fold import kept_words
from rooted.places.countries import country_names
from rooted.records import codes, questions

Labels = dict[str, set[str]]  # a folded word -> the marks in whose labels it stands

MEANS_NOTHING = {codes.OTHER, codes.UNKNOWN}  # "Not known" would find whatever nobody wrote down
SHORTEST = 3  # letters: "of", "de" and "im" name nothing
MOST_CODES = 12  # a word in the labels of more codes of one language ("and", "workers", "des") tells none of them apart
YEAR = 4  # digits
ENDING = 2  # letters by which a word may be longer or shorter than that of a label: "strikes", "Streiks", "huelgas"
STEM = 4  # letters that are alike at least
BEGUN = 5  # letters from which an unfinished word begins a country: "port" is not Portugal
# What people write, and CLDR and our labels do not.
ALSO_CALLED: dict[str, str] = {
    "country:us": "USA",
    "country:gb": "UK Britain England Scotland Wales",
    "country:nl": "Holland",
    "led:wildcat": "wildcat wilder wilde sauvage salvaje dziki عشوائي",
}


def marks_of(coded: str, outcome: str, led_by: str, countries: str, more: Iterable[str]) -> tuple[str, ...]:
    """What a record is, in codes: `coded` and `countries` as its columns hold them, `more` as "form:picket"."""
    found = [*coded.split(), f"outcome:{outcome}", f"led:{led_by}", *(f"country:{code}" for code in countries.split())]
    known = [mark.lower() for mark in (*found, *more) if mark.partition(":")[2] not in {"", *MEANS_NOTHING}]
    return tuple(dict.fromkeys(known))


def meant(word: str, unfinished: bool) -> list[str]:
    """The marks that a folded word means; one that is `unfinished` also means what it is the beginning of."""
    if len(word) == YEAR and word.isdecimal():
        return [f"year:{int(word):04}"]
    names, labels = _countries(), _labels()
    found = names.get(word, set()) | labels.get(word, set())
    if unfinished and len(word) >= BEGUN:
        found = found.union(*(names[one] for one in _beginning(word, _sorted(_countries))))
    if unfinished and len(word) >= STEM:
        found = found.union(*(labels[one] for one in _beginning(word, _sorted(_labels))))
    return sorted(found.union(*(labels[one] for one in _alike(word))))


def _alike(word: str) -> Iterator[str]:
    """Words of labels that differ from `word` in no more than an ending."""
    if len(word) < STEM:
        return
    labels = _labels()
    shorter = (word[: len(word) - cut] for cut in range(1, ENDING + 1) if len(word) - cut >= STEM)
    yield from (one for one in shorter if one in labels)
    yield from (one for one in _beginning(word, _sorted(_labels)) if len(one) - len(word) <= ENDING)


def _beginning(word: str, words: list[str]) -> Iterator[str]:
    for at in range(bisect_left(words, word), len(words)):
        if not words[at].startswith(word):
            return
        yield words[at]


@cache
def _sorted(labels: Any) -> list[str]:
    return sorted(labels())


@cache
def _countries() -> Labels:
    names = [country_names(language) for language in settings.WHOLE_LANGUAGES]
    found = _by_word((f"country:{code.lower()}", name) for one in names for code, name in one.items())
    return _with(found, ((mark, words) for mark, words in ALSO_CALLED.items() if mark.startswith("country:")))


@cache
def _labels() -> Labels:
    found: Labels = {}
    for language in settings.WHOLE_LANGUAGES:
        with translation.override(language):
            for word, marks in _by_word(_spoken()).items():
                found.setdefault(word, set()).update(marks)
    return _with(found, ((mark, words) for mark, words in ALSO_CALLED.items() if not mark.startswith("country:")))


def _spoken() -> Iterator[tuple[str, str]]:
    """Every code with its label in the language that is spoken now."""
    lists: dict[str, Any] = {**codes.LISTS, "outcome": dict(codes.OUTCOMES), **questions.SEEDS}
    for scheme, labels in lists.items():
        for code, label in labels.items():
            if code not in MEANS_NOTHING:
                yield f"{scheme}:{code.lower()}", str(label)


def _by_word(labels: Iterable[tuple[str, str]]) -> Labels:
    found: Labels = defaultdict(set)
    for mark, label in labels:
        for word in kept_words(label):
            found[word].add(mark)
    return {word: marks for word, marks in found.items() if len(word) >= SHORTEST and len(marks) <= MOST_CODES}


def _with(labels: Labels, more: Iterable[tuple[str, str]]) -> Labels:
    for mark, words in more:
        for word in kept_words(words):
            labels.setdefault(word, set()).add(mark)
    return labels
