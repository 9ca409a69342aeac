"""Reading PrefLib's .soc, .soi, .toc and .toi, and one sentence for everything that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.counting.files.preflib import read_preflib
from rooted.counting.files.reading import read
from rooted.counting.files.text import UnreadableBallots
from rooted.counting.tests.shared import answer, votes

TOI = """# FILE NAME: made.toi
# TITLE: Night shift
# DATA TYPE: toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 7
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Ana
# ALTERNATIVE NAME 2: Bo: the second
# ALTERNATIVE NAME 3: Cem
4: 1,{2,3}
2: 3
1: { 1 , 2 , 3 }
"""


def test_all_of_the_format_is_read():
    file = read_preflib(TOI.encode())
    assert file.ballots.options == ("Ana", "Bo: the second", "Cem")
    assert file.ballots.rankings() == [(((0,), (1, 2)), 4), (((2,),), 2), (((0, 1, 2),), 1)]
    assert (file.title, file.seats, file.ballots.withdrawn) == ("Night shift", None, frozenset())


def test_debians_ballots_are_read():
    file = read("debian.SOI", votes("debian/debian_2002_preflib.soi"))
    assert (file.title, file.ballots.total, len(file.ballots.papers)) == ("Debian 2002 Leader", 475, 41)
    assert file.ballots.options[2] == "Bdale Garbee"


def test_the_name_of_the_file_says_its_kind_if_the_head_does_not():
    short = TOI.replace("# DATA TYPE: toi\n", "")
    assert read("made.toi", short.encode()) == read_preflib(TOI.encode())
    with pytest.raises(UnreadableBallots, match="The line “# DATA TYPE” is missing"):
        read_preflib(short.encode())


WRONG = [
    (("DATA TYPE: toi", "DATA TYPE: cat"), "Line 3 says “cat”. We read soc, soi, toc and toi."),
    (("DATA TYPE: toi", "DATA TYPE: soi"), "Line 10 says that options are equal, which a .soi file cannot."),
    (("DATA TYPE: toi", "DATA TYPE: toc"), "Line 11 ranks 1 of 3 options; a .toc file ranks all."),
    (("# NUMBER ALTERNATIVES: 3\n", ""), "The line “# NUMBER ALTERNATIVES” is missing."),
    (("ALTERNATIVES: 3", "ALTERNATIVES: x"), "Line 4 must hold a whole number."),
    (("ALTERNATIVES: 3", "ALTERNATIVES: 0"), "Line 4 speaks of 0 options. There must be at least 1."),
    (("ALTERNATIVES: 3", "ALTERNATIVES: 251"), "Line 4 speaks of 251 options. At most 250 can be counted."),
    (("ALTERNATIVES: 3", "ALTERNATIVES: 4"), "Option 4 has no line “# ALTERNATIVE NAME 4”."),
    (("ALTERNATIVES: 3", "ALTERNATIVES: 2"), "Line 9 names option 3, but there are 2."),
    (("NAME 3: Cem", "NAME 2: Cem"), "Line 9 says “# ALTERNATIVE NAME 2” a second time."),
    (("# NUMBER UNIQUE ORDERS: 3", "# NUMBER VOTERS: 7"), "Line 6 says “# NUMBER VOTERS” a second time."),
    (("NAME 3: Cem", "NAME 3:"), "Line 9 must hold a name."),
    (("NAME 3: Cem", "NAME 3: Ana"), "Line 9 repeats the name “Ana”."),
    (("VOTERS: 7", "VOTERS: 8"), "The file speaks of 8 ballots, but its lines add up to 7."),
    (("VOTERS: 7", "VOTERS: seven"), "Line 5 must hold a whole number."),
    (("ORDERS: 3", "ORDERS: 2"), "The file speaks of 2 different ballots, but holds 3."),
    (("2: 3", "2: 4"), "Line 11 names option 4, but there are 3."),
    (("2: 3", "2: 0"), "Line 11 names option 0, but there are 3."),
    (("2: 3", "2: 3,3"), "Line 11 names option 3 twice."),
    (("2: 3", "2: 3,{1,3}"), "Line 11 names option 3 twice."),
    (("2: 3", "2: 3,"), "Line 11 must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    (("2: 3", "2: {3"), "Line 11 must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    (("2: 3", "2: {}"), "Line 11 must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    (("2: 3", "3"), "Line 11 must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    (("2: 3", "0: 3"), "Line 11 must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    (("2: 3", "٢: 3"), "Line 11 must look like “12: 3,1,{2,4}”: how many ballots, then options."),
    (("2: 3", "# DATA TYPE: toi"), "Line 11 begins with #, but the head ended above it."),
]


@pytest.mark.parametrize(("change", "sentence"), WRONG)
def test_what_is_wrong_is_said_in_one_sentence(change, sentence):
    assert change[0] in TOI
    with pytest.raises(UnreadableBallots) as refusal:
        read_preflib(TOI.replace(*change, 1).encode())
    assert str(refusal.value) == sentence


def test_other_files_are_refused():
    with pytest.raises(UnreadableBallots, match="no file of ballots we know"):
        read("ballots.csv", b"1,2")


@given(st.integers(0, len(TOI)), st.integers(0, 12), st.text(max_size=6))
def test_no_change_does_anything_but_be_read_or_refused(at, length, instead):
    assert answer(read_preflib, (TOI[:at] + instead + TOI[at + length :]).encode())
