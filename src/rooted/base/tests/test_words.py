import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.base import words


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "it", "pt"])
def test_a_list_gives_12_9_bits_a_word_and_no_two_words_sound_alike_once_typed(language):
    listed = words.word_list(language)
    assert 7_600 <= len(listed) <= 7_776
    assert len({words.fold_spoken(word) for word in listed}) == len(listed)


def test_a_language_without_a_list_gets_groups_of_digits():
    assert words.word_list("ar") == ()
    groups = words.receipt(b"s" * 32, "ar").split()
    assert [len(group) for group in groups] == [4] * 5
    assert all(group.isdecimal() for group in groups)


def test_the_same_seed_gives_the_same_words():
    assert words.receipt(b"s" * 32, "en") == words.receipt(b"s" * 32, "en")
    assert words.receipt(b"s" * 32, "en") != words.receipt(b"t" * 32, "en")


def test_typing_is_forgiven_capitals_commas_accents_and_other_digits():
    assert words.fold_spoken("  Crème,  LANTERN\notter ") == "creme lantern otter"
    assert words.fold_spoken("1234-5678 ١٢٣٤") == "1234 5678 1234"
    assert words.fold_spoken("12345678") == "1234 5678"


@given(st.text(max_size=200))
def test_folding_twice_changes_nothing_and_never_fails(text):
    once = words.fold_spoken(text)
    assert words.fold_spoken(once) == once


@given(st.binary(min_size=32, max_size=32), st.sampled_from(["en", "de", "fr", "ar"]))
def test_a_receipt_reads_back_as_it_was_shown(seed, language):
    shown = words.receipt(seed, language)
    assert words.fold_spoken(shown.upper()) == shown
