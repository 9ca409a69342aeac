"""Comparing two texts: nothing is lost, nothing invented, and it never takes long."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rooted.base.comparison import ADDED, GONE, SAME, Line, Piece, compare, pieces

WORDS = st.sampled_from(["key", "room", " ", "\n", "\n\n", "ana ", "مفتاح", ".", "- ", "  "])
TEXTS = st.lists(WORDS, max_size=40).map("".join) | st.text(max_size=60)


def joined(found, *kinds):
    return "".join(piece.text for piece in found if piece.kind in kinds)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_the_pieces_make_both_texts_again(older, newer):
    found = pieces(older, newer)
    assert joined(found, SAME, GONE) == older + "\n"
    assert joined(found, SAME, ADDED) == newer + "\n"


@settings(deadline=None)
@given(TEXTS)
def test_a_text_compared_with_itself_has_no_changes(text):
    assert compare(text, text) == []


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_two_different_texts_show_a_change(older, newer):
    kinds = {line.kind for line in compare(older, newer)}
    assert (kinds - {SAME} != set()) is (older != newer)


def test_a_changed_word_is_shown_in_its_line():
    (line,) = compare("Bo brings the key", "Bo keeps the key")
    assert (line.kind, line.pieces) == (
        "changed",
        (Piece(SAME, "Bo "), Piece(GONE, "brings"), Piece(ADDED, "keeps"), Piece(SAME, " the key")),
    )


def test_lines_put_in_and_taken_out_are_whole():
    lines = compare("one\ntwo\nthree", "one\nthree\nfour")
    assert [(line.kind, line.pieces[0].text) for line in lines] == [
        ("same", "one"),
        ("gone", "two"),
        ("same", "three"),
        ("added", "four"),
    ]


def test_two_lines_that_share_nothing_but_spaces_are_one_out_and_one_in():
    lines = compare("The hall is cold", "Buses leave at six")
    assert [line.pieces for line in lines] == [
        (Piece(GONE, "The hall is cold"),),
        (Piece(ADDED, "Buses leave at six"),),
    ]


def test_equal_lines_far_from_a_change_are_counted_only():
    older = "\n".join(str(number) for number in range(20))
    lines = compare(older, older + "\nmore")
    assert lines == [Line(left_out=19), Line((Piece(SAME, "19"),)), Line((Piece(ADDED, "more"),))]


def test_empty_lines_that_are_in_both_are_not_shown():
    assert [line.kind for line in compare("one\n\ntwo", "one\n\nthree")] == ["same", "gone", "added"]


def test_an_empty_line_more_is_a_change():
    lines = compare("one\ntwo", "one\n\ntwo")
    assert [(line.kind, line.is_empty) for line in lines] == [("same", False), ("added", True), ("same", False)]


chance = random.Random(7)
WORST = {
    "one letter a line": ["\n".join(chance.choice("abcdefgh") for _ in range(20_000)) for _ in range(2)],
    "one long line": [" ".join(chance.choice(["we", "go", "key", "on"]) for _ in range(12_000)) for _ in range(2)],
    "a hundred words": [" ".join(str(chance.randrange(100)) for _ in range(600)) for _ in range(2)],
    "lines of a hundred": ["\n".join(str(chance.randrange(100)) for _ in range(600)) for _ in range(2)],
    "marks": ["*_[(" * 7_500, "(_*[" * 7_500],
    "short against long": ["a b " * 10, "a c b " * 6_000],
}


@pytest.mark.parametrize("name", WORST)
def test_no_two_texts_take_long(name):
    older, newer = WORST[name]
    started = time.perf_counter()
    found = pieces(older, newer)
    taken = time.perf_counter() - started
    assert (joined(found, SAME, GONE), joined(found, SAME, ADDED)) == (older + "\n", newer + "\n")
    assert taken < 2, f"{taken:.2f} s"
