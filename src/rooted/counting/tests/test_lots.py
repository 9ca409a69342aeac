"""Lots that anyone can draw again."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.counting.lots import as_agreed, draw, drawn_by
from rooted.counting.telling import Refused

NAMES = st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=9, unique=True)


@given(st.text(), NAMES)
def test_two_lines_of_python_draw_the_same(seed, names):
    order = sorted(names, key=lambda name: sha256(f"{seed}\n{name}".encode()).digest())
    assert [*draw(seed, names, 1).drawn, *draw(seed, names, 1).next] == order


@given(st.text(), NAMES, st.randoms(use_true_random=False))
def test_the_order_of_the_list_never_matters(seed, names, chance):
    assert draw(seed, chance.sample(names, len(names)), len(names)).drawn == draw(seed, names, len(names)).drawn


@pytest.mark.parametrize("typed", ["4 8 15", " 4, 8 – 15. ", "٤-٨-١٥", "4_8/15", "4\n8\t15"])
def test_however_a_number_is_typed_it_is_the_same_number(typed):
    assert as_agreed(typed) == "4 8 15"


def test_words_are_a_number_too_and_signs_alone_are_none():
    assert [as_agreed("Rain on MONDAY"), as_agreed("–, ./")] == ["rain on monday", ""]


@given(st.text())
def test_the_one_form_of_a_number_is_its_own_form(typed):
    assert as_agreed(as_agreed(typed)) == as_agreed(typed)


def test_the_lot_of_a_count_is_the_first_drawn():
    names = ["Ana", "Bo", "Cem"]
    assert drawn_by("17 4 22")(names) == draw("17 4 22", names, 1).drawn[0]


def test_each_of_three_is_drawn_about_as_often():
    found = [drawn_by(f"seed {n}")(["Ana", "Bo", "Cem"]) for n in range(3_000)]
    assert [900 < found.count(name) < 1_100 for name in ("Ana", "Bo", "Cem")] == [True, True, True]


def test_it_says_who_was_drawn_from_how_many_with_what_seed():
    found = draw("17 4 22", ["Ana", "Bo", "Cem"], 2)
    assert str(found.says[0]) == f"Drawn by lot from 3 names with the seed “17 4 22”: {', '.join(found.drawn)}."


@pytest.mark.parametrize(
    ("names", "n", "sentence"),
    [
        (["Ana", "Bo"], 3, "3 cannot be drawn from 2 names."),
        (["Ana", "Bo"], 0, "0 cannot be drawn from 2 names."),
        (["Ana", "Bo", "Ana"], 1, "Two options are called “Ana”. Give each its own name."),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_sentence(names, n, sentence):
    with pytest.raises(Refused) as refusal:
        draw("seed", names, n)
    assert str(refusal.value) == sentence
