"""Reading .blt: everything the format says, and one sentence for everything that is wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.counting.files.blt import read_blt
from rooted.counting.files.text import UnreadableBallots
from rooted.counting.tests.shared import answer, votes

WHOLE = """\ufeff# an election of the night shift
4 2    # four names, two places
-2
-4 # two have withdrawn

3 1 2=3 0
1 4 - 3 0 # a rank left out
2 0
3 1 3=2 0
0
"Ana \\"the Voice\\" # 1" "Bo"
Cem (forklift) # comment
# another comment
'Dilan'
"Speakers"
"""


def test_all_of_the_format_is_read():
    file = read_blt(WHOLE.encode())
    assert file.ballots.options == ('Ana "the Voice" # 1', "Bo", "Cem (forklift)", "'Dilan'")
    assert file.ballots.rankings() == [((), 2), (((0,), (1, 2)), 6), (((3,), (2,)), 1)]
    assert (file.ballots.withdrawn, file.seats, file.title) == ({1, 3}, 2, "Speakers")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n\n", "  \n\t"])
def test_line_ends_of_other_machines_are_read(ending):
    assert read_blt(WHOLE.replace("\n", ending).encode()) == read_blt(WHOLE.encode())


def test_a_title_may_be_missing_and_several_names_stand_on_a_line():
    file = read_blt(b'3 1\n1 2 0\n0\n"A" "B""C"')
    assert (file.ballots.options, file.title) == (("A", "B", "C"), "")


def test_a_real_ward_is_read():
    file = read_blt(votes("scottish-stv/aberdeen_2017_ward11.blt"))
    assert (file.ballots.total, len(file.ballots.papers), file.title) == (6_116, 64, "Airyhall/Broomhill/Garthdee Ward")


GOOD = '2 1\n3 1 2 0\n0\n"Ana"\n"Bo"\n"T"'
WRONG = [
    ("", "The file is empty."),
    (" \n\n", "The file is empty."),
    ("# only this\n", "Line 1 must hold two numbers: how many options, and how many places."),
    ("2\n", "Line 1 must hold two numbers: how many options, and how many places."),
    ("2 x\n", "Line 1 must hold two numbers: how many options, and how many places."),
    ("-2 1\n", "Line 1 must hold two numbers: how many options, and how many places."),
    ("0 1\n", "Line 1 speaks of 0 options. There must be at least 1."),
    ("251 1\n", "Line 1 speaks of 251 options. At most 250 can be counted."),
    ("2 0\n", "Line 1 speaks of 0 places. There must be at least 1."),
    ("2 1\n-3\n", "Line 2 withdraws option 3, which there is not."),
    ("2 1\n-0\n", "Line 2 withdraws option 0, which there is not."),
    ("2 1\n-1 2\n", "Line 2 holds “2”, where a number belongs."),
    ("2 1\n3 1 2\n0\n", "Line 2 does not end with 0."),
    ("2 1\n3\n0\n", "Line 2 does not end with 0."),
    ("2 1\n3 1 0 2 0\n0\n", "Line 2 has a 0 before its end."),
    ("2 1\n3 3 0\n0\n", "Line 2 names option 3, but there are 2."),
    ("2 1\n3 1=3 0\n0\n", "Line 2 names option 3, but there are 2."),
    ("2 1\n3 1 1 0\n0\n", "Line 2 names option 1 twice."),
    ("2 1\n3 2=1 2 0\n0\n", "Line 2 names option 2 twice."),
    ("2 1\n3 2=2 0\n0\n", "Line 2 names option 2 twice."),
    ("2 1\n3 1 x 0\n0\n", "Line 2 holds “x”, where a number belongs."),
    ("2 1\n3 1= 0\n0\n", "Line 2 holds “1=”, where a number belongs."),
    ("2 1\n3 ١ 0\n0\n", "Line 2 holds “١”, where a number belongs."),
    ("2 1\n3 1_1 0\n0\n", "Line 2 holds “1_1”, where a number belongs."),
    ("2 1\n3 +1 0\n0\n", "Line 2 holds “+1”, where a number belongs."),
    ("2 1\n1.5 1 0\n0\n", "Line 2 must begin with how many ballots there are: a whole number above 0."),
    ("2 1\n0 1 0\n0\n", "Line 2 must begin with how many ballots there are: a whole number above 0."),
    ("2 1\n" + "9" * 5000 + " 1 0\n", "Line 2 must begin with how many ballots there are: a whole number above 0."),
    ("2 1\n3 1 0\n", "After the last ballot a line with only 0 is missing."),
    ("2 1\n3 1 0\n0\nAna\n", "There must be 2 names after the ballots; the file ends after 1."),
    ('2 1\n0\n"Ana\nBo\n', "Line 3 has a quotation mark without its other half."),
    ('2 1\n0\n"Ana" Bo\n', "Line 3 has a quotation mark without its other half."),
    ('2 1\n0\n""\n"Bo"\n', "Line 3 must hold a name."),
    ("2 1\n0\nAna\nAna\n", "Line 4 repeats the name “Ana”."),
    ("2 1\n0\nA\x07na\nBo\n", "Line 3 holds a sign that cannot be printed."),
    ("2 1\n0\nA\u202ena\nBo\n", "Line 3 holds a sign that cannot be printed."),
    ("2 1\n0\n" + "A" * 201 + "\nBo\n", "Line 3 has a name of more than 200 signs."),
    (GOOD + "\nmore\n", "Line 7 stands after the title, where nothing belongs."),
]


@pytest.mark.parametrize(("content", "sentence"), WRONG)
def test_what_is_wrong_is_said_in_one_sentence_with_its_line(content, sentence):
    with pytest.raises(UnreadableBallots) as refusal:
        read_blt(content.encode())
    assert str(refusal.value) == sentence


def test_other_encodings_and_huge_files_are_refused():
    with pytest.raises(UnreadableBallots, match="Line 3 holds signs that are not UTF-8 text"):
        read_blt("2 1\n0\nJosé\nBo\n".encode("latin-1"))
    with pytest.raises(UnreadableBallots, match="The file is larger than 50 MB"):
        read_blt(b"#" * 50_000_001)


@given(st.lists(st.sampled_from([*'0123456789-="# \n\\', "0\n", '"Ana"', "\r", "é", "\x00"]), max_size=40))
def test_no_file_does_anything_but_be_read_or_refused(signs):
    assert answer(read_blt, "".join(["2 1\n", *signs]).encode())


@given(st.binary(max_size=60))
def test_no_bytes_do_anything_but_be_read_or_refused(data):
    assert answer(read_blt, data)
