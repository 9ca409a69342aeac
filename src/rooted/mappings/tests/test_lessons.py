"""Points from a list: words of the vocabulary in any language, words of one's own, evidence in sentences."""

import pytest
from django.conf import settings
from django.utils import translation

from rooted.mappings.lessons import seed_of
from rooted.mappings.tests.make import made
from rooted.records.questions import SEEDS
from rooted.records.record import Point

WORDS = ("w", "point-weak", "words", ";")


def points(text, rule=WORDS):
    return made({rule[0]: text}, rule).record.points


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("Isolated", Point("weak", code="isolated", withheld=True)),
        ("split by CONTRACT", Point("weak", code="split-by-contract", withheld=True)),
        ("ran-out-of-money", Point("weak", code="ran-out-of-money", withheld=True)),
        ("Isolated: nobody at gate two came.", Point("weak", "", "isolated", "nobody at gate two came.", True)),
        ("No shade", Point("weak", "No shade", withheld=True)),
        ("A long tale. " * 9, Point("weak", evidence=("A long tale. " * 9).strip(), withheld=True)),
    ],
)
def test_a_word_is_known_is_ones_own_or_brings_evidence(text, point):
    assert points(text) == (point,)


def test_several_words_of_a_cell_are_several_points():
    assert [point.code or point.words for point in points("isolated; no shade;; isolated")] == ["isolated", "no shade"]


def test_a_sentence_stays_one_point_with_its_commas_and_semicolons():
    text = "Two came; one left, and nobody else knew."
    assert points(text, ("w", "point-strong")) == (Point("strong", evidence=text),)


@pytest.mark.parametrize("language", [code for code, _name in settings.LANGUAGES])
def test_the_first_words_of_the_vocabulary_are_known_in_every_language(language):
    with translation.override(language):
        said = {(kind, str(words)): code for kind, seeds in SEEDS.items() for code, words in seeds.items()}
    assert {key: seed_of(*key) for key in said} == said
