"""Writing ballots: everything comes back, and what a format cannot say is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.counting.ballots import Ballots, grouped
from rooted.counting.files.blt import read_blt
from rooted.counting.files.preflib import read_preflib
from rooted.counting.files.text import BallotFile
from rooted.counting.files.written import kind_for, write_blt, write_preflib
from rooted.counting.telling import Refused
from rooted.counting.tests.made import any_groups, ballots

NAME = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=12).map(str.strip)
NAMES = st.lists(NAME.filter(bool), min_size=5, max_size=5, unique=True)


@given(any_groups(), NAMES, NAME, st.sets(st.integers(0, 4)), st.integers(1, 9))
def test_a_blt_file_brings_back_ballots_names_places_and_title(made, names, title, withdrawn, seats):
    options, groups = made
    gone = sorted(option for option in withdrawn if option < options)[: options - 1]
    file = BallotFile(grouped(names[:options], groups, gone), seats, title)
    assert read_blt(write_blt(file).encode()) == file


@given(any_groups(), NAMES)
def test_a_preflib_file_of_the_narrowest_kind_brings_back_ballots(made, names):
    options, groups = made
    file = BallotFile(grouped(names[:options], [group for group in groups if group[0]]), None, "Night shift")
    for kind in {kind_for(file), "toi"}:
        assert read_preflib(write_preflib(file, kind).encode()) == file


def test_equal_ranks_are_written_as_the_formats_write_them():
    file = BallotFile(ballots("ABC", "2 A=C>B"), 1, "")
    assert write_blt(file) == '3 1\n2 1=3 2 0\n0\n"A"\n"B"\n"C"\n'
    assert write_preflib(file, "toc").splitlines()[-1] == "2: {1,3},2"


@pytest.mark.parametrize(
    ("kind", "votes", "sentence"),
    [
        ("soi", ballots("ABC", "2 A=C"), "A .soi file cannot say that options are equal. Use .toi or .blt."),
        ("soc", ballots("ABC", "2 A"), "A .soc file cannot hold a ballot that ranks only some. Use .toi or .blt."),
        ("toi", ballots("ABC", "2 A", "1 -"), "PrefLib files cannot hold blank ballots. Use .blt."),
        ("toi", Ballots(("A", "B"), {b"\x00": 1}, frozenset({1})), "PrefLib files cannot say who withdrew. Use .blt."),
    ],
)
def test_what_a_kind_cannot_say_is_refused(kind, votes, sentence):
    with pytest.raises(Refused) as refusal:
        write_preflib(BallotFile(votes), kind)
    assert str(refusal.value) == sentence
