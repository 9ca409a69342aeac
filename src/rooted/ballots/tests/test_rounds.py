"""The sentences of a count, in the reader's language."""

import pytest
from django.conf import settings
from django.utils.translation import override

from rooted.ballots.rounds import told
from rooted.counting.telling import Sentence

SAID = [
    Sentence("excluded", {"name": "Dolores", "votes": 3}),
    Sentence("passed-on", {"name": "Dolores", "gains": {"Emre": 2, "Fatou": 1}}),
    Sentence("surplus", {"name": "Dolores", "votes": 2, "gains": {"Emre": 2}}),
    Sentence("exhausted", {"votes": 4}),
]


def in_words(language, said):
    with override(language):
        return told(said)


@pytest.mark.parametrize("language", [code for code in settings.WHOLE_LANGUAGES if code != "en"])
@pytest.mark.parametrize("said", SAID, ids=lambda said: said.key)
def test_a_stage_is_told_in_the_readers_language(language, said):
    assert in_words(language, said) != in_words("en", said)


def test_a_name_from_right_to_left_never_turns_the_number_beside_it():
    said = Sentence("passed-on", {"name": "Dolores", "gains": {"حسن": 2, "Fatou": 1}})
    assert in_words("en", said) == "The votes of Dolores went on to: \u2068حسن\u2069 2, Fatou 1."


def test_in_arabic_a_row_of_names_runs_from_right_to_left():
    said = in_words("ar", Sentence("passed-on", {"name": "Dolores", "gains": {"Emre": 2, "Fatou": 1}}))
    assert "\u2068\u200f\u2068Emre\u2069 2، \u2068Fatou\u2069 1\u2069" in said
