"""Rows that are odd, broken or hostile: kept where that is honest, left out with the reason where not."""

import json

import pytest
from django.core.exceptions import ValidationError

from rooted.imports.cat import read_rows
from rooted.imports.cat_file import read_file
from rooted.imports.notes import SENTENCES, say
from rooted.imports.tests import make


def only(**values):
    (row,) = read_rows([make.entry(**values)])
    return row


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"date": "2020/02/30"}, ("no-date", "2020/02/30")),
        ({"date": None}, ("no-date", "None")),
        ({"date": "soon"}, ("no-date", "soon")),
        ({"description": "  "}, ("no-account", "")),
        ({"description": 7}, ("wrong-kind", "description")),
        ({"description": "x" * 20_001}, ("too-long", "")),
        ({"actions": "strike"}, ("wrong-kind", "actions")),
        ({"actions": [1]}, ("wrong-kind", "actions")),
        ({"locations": {"a": 1}}, ("wrong-kind", "locations")),
        ({"latlngs": "here"}, ("wrong-kind", "latlngs")),
        ({"tags": [str(n) for n in range(101)]}, ("too-much", "tags")),
        ({"id": None}, ("no-number", "")),
        ({"id": True}, ("no-number", "")),
        ({"id": "x" * 81}, ("no-number", "")),
    ],
)
def test_a_row_that_cannot_be_kept_says_why(values, reason):
    assert only(**values).left_out == reason


def test_a_row_without_a_column_and_a_thing_that_is_no_row_say_so():
    broken = make.entry(1)
    del broken["date"]
    assert [row.left_out for row in read_rows([broken, "x"])] == [("column-missing", "date"), ("not-a-row", "")]


def test_a_number_that_stands_twice_is_kept_once():
    rows = list(read_rows([make.entry(1), make.entry(1)]))
    assert [row.left_out for row in rows] == [None, ("repeated", "1")]


@pytest.mark.parametrize(
    ("workers", "kept", "note"),
    [
        (None, None, None),
        (0, None, "number-zero"),
        (-3, None, "number-wrong"),
        (True, None, "number-wrong"),
        ("forty", None, "number-wrong"),
        (1.5, None, "number-wrong"),
        (10**400, None, "number-wrong"),
        (241_000, 241_000, "number-large"),
        (2, 2, None),
    ],
)
def test_an_unknown_number_is_never_0(workers, kept, note):
    record = only(workers=workers).record
    assert (record.estimate_low, [code for code, _ in record.notes]) == (kept, [note] if note else [])


@pytest.mark.parametrize("point", [[91, 0], [0, 181], ["a", 1], [1], None, [True, 0]])
def test_coordinates_off_the_globe_are_not_kept(point):
    record = only(latlngs=[point]).record
    assert (record.places[0].lat, record.notes[0][0]) == (None, "coordinates-wrong")


def test_no_coordinates_are_guessed_when_places_and_coordinates_differ_in_number():
    record = only(locations=["leeds-uk", "york-uk"]).record
    assert [(place.town, place.lat) for place in record.places] == [("Leeds", None), ("York", None)]
    assert record.notes == (("coordinates-differ", "2, 1"),)


def test_a_word_without_a_code_is_kept_literally():
    record = only(actions=["hacktivism", "strike"]).record
    found = [(item.code, item.literal) for item in record.codings if item.scheme == "form"]
    assert found == [("other", "hacktivism"), ("strike", "")]


def test_signs_no_database_keeps_are_replaced_and_the_rest_stays_text():
    text = "A\x00B \ud800 <b>bold</b> =SUM(A1) \u202eevil ✊🏾"
    record = only(description=text).record
    assert record.account == "A�B � <b>bold</b> =SUM(A1) \u202eevil ✊🏾"
    assert ("signs-replaced", "") in record.notes


def test_a_first_of_the_month_is_kept_as_a_day_that_may_mean_less():
    record = only(date="2019-04-01").record
    assert (record.started_on.isoformat(), record.started_precision) == ("2019-04-01", "unclear")


def test_addresses_in_one_cell_are_taken_apart_and_other_words_stay():
    record = only(sources=["https://a.example/1\nhttps://b.example/2", "a leaflet", "javascript:alert(1)"]).record
    assert [(source.url, source.text, source.kind) for source in record.sources] == [
        ("https://a.example/1", "", "web"),
        ("https://b.example/2", "", "web"),
        ("", "a leaflet", "other"),
        ("", "javascript:alert(1)", "other"),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"[{",
        b"\xff\xfe\x00[",
        b'{"a": 1}',
        b"[]",
        b"7",
        b'[{"title": "x"}]',
        b"[1, 2]",
        b"[" * 100_000,
        b"[" + b"1" * 5_000 + b"]",
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(content, tmp_path):
    with pytest.raises(ValidationError) as refusal:
        read_file(make.written(tmp_path, content))
    assert len(refusal.value.messages) == 1


def test_a_file_that_is_too_large_or_absent_is_refused(tmp_path):
    path = make.written(tmp_path, b"")
    with path.open("r+b") as file:
        file.truncate(20_000_001)
    for wrong in (path, tmp_path / "absent.json", tmp_path):
        with pytest.raises(ValidationError):
            read_file(wrong)


def test_a_byte_order_mark_is_no_hindrance(tmp_path):
    path = make.written(tmp_path, b"\xef\xbb\xbf" + json.dumps([make.entry()]).encode())
    assert len(read_file(path)[1]) == 1


def test_every_sentence_of_the_report_can_be_said():
    assert all(say(code, "x") for code in SENTENCES)
