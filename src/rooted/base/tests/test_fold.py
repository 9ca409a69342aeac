"""Folding: what people type in any spelling becomes one form."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.base.fold import LONGEST_WORD, asked_words, fold, kept_words, tokens

SAME = [
    ("Łódź", "lodz"),
    ("STRASSE", "Straße"),
    ("Smørrebrød", "smorrebrod"),
    ("Đà Nẵng", "da nang"),
    ("cœur", "COEUR"),
    ("Ærø", "aero"),
    ("Diyarbakır", "diyarbakir"),
    ("İzmir", "izmir"),
    ("Ｆｕｌｌ", "full"),
    ("ΑΘΉΝΑ", "αθηνα"),
    ("ΟΔΟΣ", "οδος"),
    ("Ёлка", "елка"),
    ("أُجُور", "اجور"),
    ("مـــصنع", "مصنع"),
    ("على", "علي"),
    ("کارگران", "كارگران"),
    ("شركة", "شركه"),
    ("१२३", "123"),
    ("٤٥", "45"),
    ("मज़दूर", "मजदूर"),
    ("हड़ताल", "हडताल"),
    ("कम्पनी", "कंपनी"),
    ("गाँव", "गांव"),
    ("co\u00adop", "coop"),
    ("노동", unicodedata.normalize("NFD", "노동")),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_of_a_word_fold_to_one(one, other):
    assert fold(one) == fold(other)


WORDS = [
    ("", []),
    ("  ?! … 🙂 ", []),
    ("Strike at the docks!", ["strike", "at", "the", "docks"]),
    ("self-organised", ["self", "organised"]),
    ("a_b", ["a", "b"]),
    ("l'usine d’Ivry", ["usine", "ivry"]),
    ("qu'on s'organise", ["on", "organise"]),
    ("Amazon's drivers don't stop", ["amazon", "drivers", "don", "stop"]),
    ("п'ять", ["пять"]),
    ("मज़दूरों की हड़ताल", ["मजदूरों", "की", "हडताल"]),
    ("தொழிலாளர் போராட்டம்", ["தொழிலாளர்", "போராட்டம்"]),
    ("罢工", ["罢工"]),
    ("工人罢工", ["工人", "人罢", "罢工"]),
    ("2020年罢工", ["2020", "年罢", "罢工"]),
    ("工", ["工"]),
    ("NUL\x00inside", ["nul", "inside"]),
    ("\u202eekirts\u202c", ["ekirts"]),
    ("x" * 100, ["x" * LONGEST_WORD]),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_text_is_cut_into_words(text, words):
    assert tokens(text) == words


def test_vowel_signs_stay_inside_words_though_python_would_split_there():
    assert tokens("किसान") == ["किसान"]


def test_a_mark_is_kept_where_it_makes_another_letter():
    assert fold("が") == "が"


def test_arabic_words_are_kept_with_and_without_the_article():
    assert kept_words("الإضراب والعمال") == ["الاضراب", "والعمال", "اضراب", "عمال"]


def test_arabic_words_are_asked_without_the_article():
    assert asked_words("الإضراب إضراب") == ["اضراب"]


def test_a_short_arabic_word_that_begins_like_the_article_stays_whole():
    assert asked_words("إلى ألم") == ["الي", "الم"]


def test_each_word_is_kept_once():
    assert kept_words("Strike, strike, STRIKE") == ["strike"]


@given(st.text())
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_case_makes_no_difference(text):
    assert fold(text.upper().lower()) == fold(text.upper())


@given(st.text(st.characters(max_codepoint=0x24F)))
def test_capitals_and_small_letters_fold_to_one(text):
    assert fold(text.replace("ŉ", "").upper()) == fold(text.replace("ŉ", ""))


@given(st.text())
def test_composed_and_decomposed_text_fold_to_one(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text())
def test_words_hold_nothing_but_letters_numbers_and_their_marks(text):
    kinds = {unicodedata.category(letter) for word in tokens(text) for letter in word}
    assert kinds <= {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No", "Mn", "Mc"}


@given(st.text(), st.text())
def test_words_of_two_texts_are_those_of_both_with_a_space_between(one, other):
    assert tokens(f"{one} {other}") == tokens(one) + tokens(other)


@given(st.text())
def test_the_words_of_the_words_are_the_same_words(text):
    words = tokens(text)
    assert [word for word in tokens(" ".join(words)) if len(word) < LONGEST_WORD] == [
        word for word in words if len(word) < LONGEST_WORD
    ]
