"""The same employer however its name ends; what is a name and no legal form stays."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.records.firms import LEGAL_FORMS, folded

ENDS = [
    "Inc", "Inc.", ", Inc.", "INC", "Ltd", "Ltd.", "LTD", "Limited", "Co., Ltd.", "Pty Ltd", "Pvt. Ltd.", "& Co.",
    "and Company", "Corp.", "Corporation", "PLC", "LLC", "L.L.C.", "LLP", "LP", "GmbH", "gGmbH", "GmbH & Co. KG", "AG",
    "A.G.", "AG und Co. KGaA", "SE", "S.A.", "SA", "S. A.", "S.A.S.", "S.p.A.", "SpA", "S.r.l.", "SARL", "S.L.", "B.V.",
    "N.V.", "AB", "A/S", "Oy", "A.Ş.", "Sp. z o.o.", "sp. z o. o.", "Sp. zoo", "s.r.o.", "S.A. de C.V.", "Ltda.",
]  # fmt: skip


@pytest.mark.parametrize("end", ENDS)
def test_a_legal_form_makes_no_other_employer(end):
    assert folded(f"Ämazon {end}".replace(" ,", ",")) == "amazon"


@pytest.mark.parametrize(
    ("name", "known_by"),
    [
        ("AG", "ag"), ("SE", "se"), ("SAS", "sas"), ("Limited", "limited"), ("The Limited", "the limited"),
        ("The Company", "the company"), ("Company Co", "company"), ("Company of Heroes", "company of heroes"),
        ("AB Volvo", "ab volvo"), ("AS Roma", "as roma"), ("Co-op Bank Ltd", "co op bank"), ("X Corp.", "x"),
        ("San Diego Zoo", "san diego zoo"), ("Kansas City", "kansas city"), ("La Poste", "la poste"),
        ("Toyota U.S.A.", "toyota u s a"), ("U.S.A.", "u s a"), ("Menu S.A.", "menu"), ("H & M AB", "h m"),
        ("Generation Y Inc", "generation y"), ("The Limited, Inc.", "the limited"),
        ("شركة النور", "شركه النور نور"), ("", ""), ("…", ""),
    ],
)  # fmt: skip
def test_what_is_a_name_stays(name, known_by):
    assert folded(name) == known_by


NAMES = st.text() | st.lists(
    st.sampled_from([*sorted(LEGAL_FORMS), "Foo", "the", "&", "z", "o", "u", "s", "a", ".", "النور"]), max_size=8
).map(" ".join)


def test_no_name_takes_long():
    began = perf_counter()
    assert (folded("s a " * 50_000), folded("s a " * 240 + "x")) == ("s a", "s a x")
    assert perf_counter() - began < 1


@given(NAMES)
def test_folded_anew_it_stays_the_same(name):
    assert folded(folded(name)) == folded(name)


@given(NAMES, st.sampled_from(["Inc.", "Ltd", "LLC"]))
def test_a_name_with_words_of_its_own_is_the_same_with_and_without(name, end):
    own = f"Quillwater {name}"
    assert folded(f"{own} {end}") == folded(own)
