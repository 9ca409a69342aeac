"""Files as tables: every way a list is written, and every way it is broken."""

import csv
import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rooted.tables.looking import Look, look, rows
from rooted.tables.table import UNUSABLE, Unusable
from rooted.tables.tests import make

RECORDS = [{"a": "ä", "b": "x, y"}, {"a": "", "b": 'said "no"\nand left'}]


def read(content, **wanted):
    opened = make.opened(content)
    return [row.values for row in rows(opened, look(opened, **wanted).layout)]


def as_csv(delimiter=",", end="\n", records=RECORDS):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerows([["a", "b"], *([one["a"], one["b"]] for one in records)])
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_csv_with_any_delimiter_and_line_ends(delimiter, end):
    assert read(as_csv(delimiter, end)) == RECORDS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_letters_of_any_encoding(encoding):
    assert read(as_csv().encode(encoding)) == RECORDS


def test_mixed_line_ends_in_one_file():
    assert read("a,b\r\n1,2\n3,4\r5,6") == [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}, {"a": "5", "b": "6"}]


@pytest.mark.parametrize(
    "content",
    [
        json.dumps(RECORDS),
        json.dumps(RECORDS, indent=2),
        json.dumps({"about": {"n": [1]}, "list": RECORDS}),
        "\n".join(json.dumps(one) for one in RECORDS),
        "\ufeff" + json.dumps(RECORDS),
    ],
)
def test_json_as_a_list_inside_an_object_or_a_line_each(content):
    assert read(content) == RECORDS


def test_objects_inside_an_entry_become_columns():
    assert read('[{"place": {"town": "Leeds", "at": {"lat": 1}}, "tags": [1, 2]}]') == [
        {"place.town": "Leeds", "place.at.lat": 1, "tags": [1, 2]}
    ]


def test_lines_above_the_names_are_passed_over():
    assert read("sep=;\na;b\n1;2\n") == read("My list;;\n\na;b;\n1;2;\n") == [{"a": "1", "b": "2"}]


def test_names_of_columns_are_never_empty_and_never_twice():
    assert look(make.opened("a,,a,a\n1,2,3,4\n")).layout.columns == ("a", "#2", "a (2)", "a (3)")


def test_a_row_of_another_length_is_read_and_noted():
    opened = make.opened("a,b\n1\n1,2,3\n1,2,\n")
    found = list(rows(opened, look(opened).layout))
    assert [row.notes for row in found] == [(("row-short", ""),), (("row-long", ""),), ()]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"), (b" \n\t", "empty"), (b"[]", "no-rows"), (b"a,b\n", "no-rows"), (b"7", "no-rows"),
        (b"[{", "broken"), (b'[{"a": 1}, {"a": 2}', "broken"), (b'[{"a": 1}, ', "broken"),
        (b'{"l": [{"a": 1}', "broken"), (b'[{"a": 1}}', "not-json"), (b'[{"a": nope}, {"a": 1}]', "not-json"),
        (b"{}", "no-list"), (b"[1, 2]", "no-list"),
        (b"[" * 100_000, "not-json"), (b"[" + b"1" * 5_000 + b"]", "not-json"),
        (b'a,b\n1,"never closed\n2,3\n4,5\n', "broken"),
        (b'a,b\n1,2\n3,"cut o', "broken"), (b"PK\x03\x04", "workbook"), (b"%PDF-1.7", "pdf"),
        (b"\x1f\x8b\x08", "packed"), (b"  <!doctype html>", "page"), (bytes(range(256)) * 9, "letters"),
        (b"one\ntwo\n", "one-column"), (b"\xff\xfe\x00", "letters"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used_says_one_reason(content, code):
    with pytest.raises(Unusable) as refusal:
        look(make.opened(content))
    assert (refusal.value.code, "%" in refusal.value.sentence) == (code, False)


def test_a_cut_file_says_after_which_row():
    whole = json.dumps([{"a": number} for number in range(100)])
    with pytest.raises(Unusable, match="broken") as refusal:
        look(make.opened(whole[: len(whole) // 2]))
    assert refusal.value.detail == str(whole[: len(whole) // 2].count("}"))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("a,b\n1," + "x" * 3_000_000, "cell"),
        pytest.param('a,b\n1,"' + "x\n" * 1_500_000, "cell", marks=pytest.mark.long),
        ('[{"a": "' + "x" * 3_000_000 + '"}]', "cell"),
        (",".join(f"c{number}" for number in range(10_000)) + "\n" + "1," * 10_000, "columns"),
        (json.dumps([{f"c{number}": 1} for number in range(10_000)]), "columns"),
        ("a,b\n" + "1,2\n" * 200_001, "rows"),
    ],
)
def test_bombs_are_refused(content, code):
    with pytest.raises(Unusable) as refusal:
        look(make.opened(content))
    assert refusal.value.code == code


@pytest.mark.long
def test_a_list_of_40_mb_needs_little_memory():
    line = json.dumps({"text": "x" * 400, "list": ["a"] * 20})
    content = ("[" + ",\n".join([line] * 80_000) + "]").encode()
    tracemalloc.start()
    found = look(make.opened(content))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (found.rows, len(content) > 38_000_000, most < 8_000_000) == (80_000, True, True)


def test_what_is_known_of_a_file_stands_in_json_and_comes_back():
    found = look(make.opened(as_csv(";").encode("cp1252")))
    assert Look.from_plain(json.loads(json.dumps(found.to_plain()))) == found
    assert (found.notes, found.rows, found.filled) == (("letters-guessed",), 2, {"a": 1, "b": 2})


def test_rows_kept_to_be_tried_come_from_the_whole_file():
    kept = look(make.opened("n,b\n" + "".join(f"{number},x\n" for number in range(1, 5_001)))).samples
    numbers = [int(values["n"]) for values in kept]
    assert (numbers[:20], len(numbers) <= 100, numbers[-1] > 4_000) == (list(range(1, 21)), True, True)


TEXTS = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=20)


PAIRS = st.tuples(TEXTS, TEXTS).filter(lambda pair: any(cell.strip() for cell in pair))


@given(st.lists(PAIRS, min_size=1, max_size=9))
def test_any_cells_come_back_from_csv_and_from_json(pairs):
    records = [{"first": "x" + one, "second": other + "x"} for one, other in pairs]
    text = io.StringIO()
    csv.writer(text).writerows([["first", "second"], *([one["first"], one["second"]] for one in records)])
    assert read(text.getvalue(), delimiter=",", encoding="utf-8") == records
    assert read(json.dumps(records)) == records


def test_every_sentence_can_be_said():
    assert all(Unusable(code, detail).sentence for code in UNUSABLE for detail in (0, 1))


@pytest.mark.parametrize("content", [b"[{", b"[nope, {}]", b'{"l": [{"a": 1', b"x" * 3_000_000])
def test_there_is_no_row_0(content):
    with pytest.raises(Unusable) as refusal:
        look(make.opened(content))
    assert (refusal.value.detail, "0" in refusal.value.sentence) == ("0", False)


def test_a_list_of_objects_inside_an_entry_becomes_columns_that_stand_side_by_side():
    where = [{"town": "Leeds", "at": {"lat": 1}}, {"town": "York"}]
    assert read(json.dumps([{"where": where, "tags": ["a"], "none": []}])) == [
        {"where.town": ["Leeds", "York"], "where.at.lat": [1, None], "tags": ["a"]}
    ]
