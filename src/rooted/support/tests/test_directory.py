"""Reading a list with suspicion: the whole file refused in one sentence, or a line left out with its reason."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from rooted.support.directory import MOST_BYTES, MOST_GROUPS, Line, read_file, written
from rooted.support.tests.make import group_line, list_file

TODAY = date(2026, 11, 22)
KINDS = {"starting", "work"}


def read(content):
    return read_file(content, kinds=KINDS, today=TODAY)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"x" * (MOST_BYTES + 1), "This file is too large."),
        (b"\xff\xfe{}", "This file cannot be read."),
        (b"not json", "This file cannot be read."),
        (b"[" * 100_000, "This file cannot be read."),
        (b"1" * 5_000, "This file cannot be read."),
        (b"[]", "This is not a list of groups"),
        (b"{}", "This is not a list of groups"),
        (list_file(version=2), "a version that this server cannot read"),
        (list_file(version="1"), "a version that this server cannot read"),
        (list_file(groups={"a": 1}), "has no groups, or too many"),
        (list_file(groups=[1] * (MOST_GROUPS + 1)), "has no groups, or too many"),
        (list_file(**{"from": "javascript:alert(1)"}), "does not say which server"),
        (list_file(**{"from": None}), "does not say which server"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_one_sentence(content, sentence):
    with pytest.raises(ValidationError) as refusal:
        read(content)
    (said,) = refusal.value.messages
    assert sentence in said
    assert said.endswith("Nothing was changed.")


ADDRESSES = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "http://elsewhere.example.org/",
    "https://user:word@elsewhere.example.org/",
    "https://elsewhere.example.org@evil.example/",
    "https://localhost/",
    "https://",
    "//elsewhere.example.org/",
    "ftp://elsewhere.example.org/",
    "https://elsewhere.example.org:99999/",
    'https://elsewhere.example.org/" onclick="x',
    "https://elsewhere.example.org/\nx",
    "https://еlsewhere.example.org/",
    "https://[::1]/",
    "https://[",
    "https://elsewhere.example.org/" + "a" * 300,
    "",
    None,
    7,
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_web_addresses_are_taken(address):
    contents = read(list_file(group_line(address=address)))
    assert (contents.lines, len(contents.faults)) == ([], 1)
    assert contents.faults[0].startswith("Group 1 was left out: its address")


@pytest.mark.parametrize(
    "address", ["https://a.example/", "http://" + "a" * 56 + ".onion/g/x/", "https://a.example:8443/x?y=1#z"]
)
def test_https_and_onion_are_taken(address):
    assert [line.address for line in read(list_file(group_line(address=address))).lines] == [address]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ({"name": ""}, "“name” is empty"),
        ({"name": 5}, "“name” is not a text"),
        ({"name": "x" * 81}, "“name” is too long"),
        ({"name": "<b>Bold</b>"}, "“name” holds HTML"),
        ({"about": "a <script>x</script>"}, "“about” holds HTML"),
        ({"about": "x" * 601}, "“about” is too long"),
        ({"name": "a\u202eb"}, "“name” holds signs that cannot be shown"),
        ({"name": "a\u0000b"}, "“name” holds signs that cannot be shown"),
        ({"area": "a\ud800"}, "“area” holds signs that cannot be shown"),
        ({"area": "two\nlines"}, "“area” holds signs that cannot be shown"),
        ({"languages": "en"}, "“languages” is not a list of 1 to 12 codes"),
        ({"languages": []}, "“languages” is not a list of 1 to 12 codes"),
        ({"languages": ["en"] * 13}, "“languages” is not a list of 1 to 12 codes"),
        ({"languages": ["en,pl"]}, "“languages” holds something that is not a code"),
        ({"kinds": [{}]}, "“kinds” holds something that is not a code"),
    ],
)
def test_a_line_that_is_wrong_is_left_out_with_its_reason(said, fault):
    contents = read(list_file(group_line(1), group_line(2, **said)))
    assert [line.name for line in contents.lines] == ["Group 1"]
    assert contents.faults == [f"Group 2 was left out: {fault}."]


def test_a_line_twice_counts_once():
    contents = read(list_file(group_line(), group_line()))
    assert (len(contents.lines), contents.faults) == (
        1,
        ["Group 2 was left out: its address stands in the list twice."],
    )


def test_kinds_we_do_not_know_are_dropped_and_text_in_any_script_is_kept():
    (line,) = read(
        list_file(group_line(kinds=["starting", "space-travel"], name="عمال الميناء", about="می\u200cآییم\nB"))
    ).lines
    assert (line.kinds, line.name, line.about) == (("starting",), "عمال الميناء", "می\u200cآییم\nB")


def test_a_day_that_lies_ahead_is_today():
    (line,) = read(list_file(group_line(), made_on="2999-01-01")).lines
    assert line.source_on == TODAY


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside, max_size=4),
    max_leaves=12,
)
ENTRY = st.fixed_dictionaries({}, optional={name: JSON for name in [*group_line(), "from", "seen_on"]})


@settings(max_examples=150, deadline=None)
@given(entries=st.lists(ENTRY | JSON, max_size=5), made_on=JSON)
def test_whatever_stands_in_a_list_it_is_read_or_told(entries, made_on):
    contents = read(list_file(*entries, made_on=made_on))
    assert len(contents.lines) + len(contents.faults) == len(entries)


TEXT = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=40)
LINES = st.builds(
    Line,
    name=TEXT,
    area=TEXT,
    about=TEXT,
    languages=st.just(("en", "pl")),
    kinds=st.just(("work",)),
    address=st.integers(1, 9**9).map(lambda number: f"https://elsewhere.example.org/g/{number}/"),
    source=st.sampled_from(["https://one.example", "https://other.example"]),
    source_on=st.dates(date(2020, 1, 1), TODAY),
)


@settings(max_examples=60, deadline=None)
@given(lines=st.lists(LINES, max_size=6, unique_by=lambda line: line.address))
def test_what_is_written_is_read_again(lines):
    content = written(lines, address="https://third.example", today=TODAY).encode()
    assert read(content).lines == lines
