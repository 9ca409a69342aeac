"""Rows through a mapping: dates, numbers, places, codes, names; nothing dropped, nothing made up."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from rooted.mappings.cells import read_count, several
from rooted.mappings.making import Maker
from rooted.mappings.numbering import Numbering, repeated_numbers
from rooted.mappings.periods import read_dates
from rooted.mappings.shape import Word
from rooted.mappings.shipped import CAT_JSON
from rooted.mappings.tests.make import made
from rooted.struggles.plain import from_plain, to_plain
from rooted.tables.table import Row


def record(values, *rules, **options):
    return made(values, *rules, **options).record


@pytest.mark.parametrize(
    ("text", "day", "precision"),
    [
        ("2019-03-04", (2019, 3, 4), "day"), ("2019/3/4", (2019, 3, 4), "day"), ("4.3.2019", (2019, 3, 4), "day"),
        ("13/04/2019", (2019, 4, 13), "day"), ("20190304", (2019, 3, 4), "day"), ("2019-04", (2019, 4, 1), "month"),
        ("4/2019", (2019, 4, 1), "month"), ("2019", (2019, 1, 1), "year"), ("2019.0", (2019, 1, 1), "year"),
        ("1920s", (1920, 1, 1), "decade"), ("19th century", (1800, 1, 1), "century"),
        ("12 March 2019", (2019, 3, 12), "day"), ("March 2019", (2019, 3, 1), "month"),
        ("c. 1919", (1919, 1, 1), "year"),
        ("31 août 1968", (1968, 8, 31), "day"), ("14 sierpnia 1980", (1980, 8, 14), "day"),
        ("12 de marzo de 2019", (2019, 3, 12), "day"), ("5 мая 1968", (1968, 5, 5), "day"),
        ("2019年3月4日", (2019, 3, 4), "day"), ("8 مارس 2019", (2019, 3, 8), "day"), ("04/03/19", (2019, 3, 4), "day"),
        ("2019-03-04T10:00:00Z", (2019, 3, 4), "day"), ("2019-03-04 10:15", (2019, 3, 4), "day"),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_it_is_written(text, day, precision):
    assert read_dates(text) == ((date(*day), precision), None)


@pytest.mark.parametrize(
    "text", ["2019-02-30", "31/04/2019", "13/13/2019", "0000-01-01", "99999", "yesterday", "1/2", "-"]
)
def test_what_is_no_date_is_none(text):
    assert read_dates(text) is None


@pytest.mark.parametrize("text", ["2019-03-04 to 2019-03-10", "4 March 2019 – 10 March 2019", "2019-03-04/2019-03-10"])
def test_a_cell_may_say_from_when_to_when(text):
    assert read_dates(text) == ((date(2019, 3, 4), "day"), (date(2019, 3, 10), "day"))


@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_in_every_order(day):
    written = {
        "dmy": f"{day:%d/%m}/{day.year:04}",
        "mdy": f"{day:%m/%d}/{day.year:04}",
        "ymd": f"{day.year:04}-{day:%m-%d}",
    }
    assert [read_dates(text, order) for order, text in written.items()] == [((day, "day"), None)] * 3


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("27.0", (27, 27)), ("1,200", (1200, 1200)), ("1.200.000", (1200000, 1200000)), ("50-100", (50, 100)),
        ("between 50 and 100", (50, 100)), ("over 100", (100, None)), ("100+", (100, None)), ("<50", (None, 50)),
        ("hundreds", (100, None)), ("cientos", (100, None)), ("320 workers", (320, 320)), ("1.5k", (1500, 1500)),
        ("más de 300", (300, None)), ("٣٠٠", (300, 300)), ("0", (0, 0)), ("2,5 Mio", (2500000, 2500000)),
        ("abc", None), ("-5", None), ("1.5", None), ("12/3/4", None), ("9" * 30, None), ("100-50", None), ("", None),
    ],
)  # fmt: skip
def test_numbers_as_lists_write_them(text, count):
    assert read_count(text) == count


@given(st.integers(0, 2_000_000_000), st.integers(0, 2_000_000_000))
def test_any_number_and_any_range_is_read(one, other):
    low, high = sorted((one, other))
    assert (read_count(f"{low:,}"), read_count(f"{low}.0")) == ((low, low), (low, low))
    assert read_count(f"{low}-{high}") == (low, high)


@pytest.mark.parametrize(
    ("cell", "split", "values"),
    [
        ("['a', 'b']", "list", ["a", "b"]), ('["a"]', "list", ["a"]), ("None", "list", []),
        ("a; b;; a", ";", ["a", "b"]), ("a\nb", "lines", ["a", "b"]), (["a", None, "n/a"], "", ["a"]),
        ("a, b", "", ["a, b"]),
        ("__import__('os')", "list", ["__import__('os')"]),
        ("[" * 9_999, "list", ["[" * 9_999]),
    ],
)  # fmt: skip
def test_several_values_in_one_cell(cell, split, values):
    assert several(cell, split) == values


def test_reversed_days_are_both_kept_and_flagged():
    one = record({"end": "2020-03-01"}, ("end", "ended"))
    assert (one.started_on, one.ended_on, one.notes) == (
        date(2020, 3, 4),
        date(2020, 3, 1),
        (("ends-before-start", "2020-03-04, 2020-03-01"),),
    )


def test_an_end_in_the_same_month_is_not_before_the_start():
    one = record({"end": "2020-03"}, ("end", "ended"))
    assert (one.ended_on, one.ended_precision, one.notes) == (date(2020, 3, 4), "month", ())


@pytest.mark.parametrize(("day", "code"), [("2020-02-30", "no-date"), ("", "date-empty"), ("n/a", "date-empty")])
def test_a_row_without_a_first_day_is_left_out_with_the_reason(day, code):
    assert made({"when": day}).left_out[0] == code


def test_zero_is_unknown_and_said_where_the_mapping_does_not_expect_it():
    rule = ("n", "estimate")
    assert (record({"n": "0"}, rule).estimate_low, record({"n": "0"}, rule).notes) == (None, ())
    assert record({"n": "0"}, rule, zero_is_unknown=False).notes == (("number-zero", ""),)


def test_two_columns_are_the_least_and_the_most():
    one = record({"a": "50", "b": "80"}, ("a", "estimate", "least"), ("b", "estimate", "most"))
    assert (one.estimate_low, one.estimate_high) == (50, 80)


def test_own_words_and_the_same_value_for_every_row():
    own = {"words": (Word("form", "cacerolada", "protest"),), "fixed": (("country", "AR"), ("demand", "hours"))}
    one = record({"f": "Cacerolada; minga", "t": "Rosario"}, ("f", "form", "", ";"), ("t", "town"), **own)
    assert [(code.scheme, code.code, code.literal) for code in one.codings] == [
        ("form", "protest", ""),
        ("form", "other", "minga"),
        ("demand", "hours", ""),
    ]
    assert (one.places[0].country, one.notes) == ("AR", (("other-code", "minga"),))


@pytest.mark.parametrize(
    ("text", "how", "found"),
    [
        ("Cleveland, OH", "us", ("town", "US", "Ohio", "Cleveland")),
        ("SAINT PAUL, MN", "us", ("town", "US", "Minnesota", "Saint Paul")),
        ("Ponce, PR", "us", ("town", "PR", "", "Ponce")),
        ("Leeds, England, United Kingdom", "commas", ("town", "GB", "England", "Leeds")),
        ("Gijón, España", "commas", ("town", "ES", "", "Gijón")),
        ("Deutschland", "commas", ("country", "DE", "", "")),
        ("worldwide", "commas", ("world", "", "", "")),
        ("leeds-england-uk", "hyphens", ("town", "GB", "England", "Leeds")),
    ],
)  # fmt: skip
def test_places_in_one_cell(text, how, found):
    place = record({"p": text}, ("p", "place", how)).places[0]
    assert (place.precision, place.country, place.region, place.town) == found


def test_places_from_columns_with_coordinates_of_their_own():
    values = {"t": "Leeds; York", "c": "GB", "x": "53.8", "y": "-1.5"}
    rules = [("t", "town", "", ";"), ("c", "country"), ("x", "lat"), ("y", "lon")]
    both = record(values, *rules)
    one = record(values | {"t": "Leeds"}, *rules)
    assert [(place.town, place.country, place.lat) for place in both.places] == [
        ("Leeds", "GB", None),
        ("York", "GB", None),
    ]
    assert (both.notes, one.places[0].lat, one.places[0].lon) == ((("coordinates-differ", "2, 1"),), 53.8, -1.5)


@pytest.mark.parametrize("point", ["91, 0", "0, 181", "53.8", "north, west", "[1, 2, 3]", "nan, nan", "1e99, 5"])
def test_coordinates_beyond_the_globe_are_not_kept(point):
    one = record({"t": "Leeds", "p": point}, ("t", "town"), ("p", "point"))
    assert (one.places[0].lat, [code for code, _ in one.notes]) == (None, ["coordinates-wrong"])


@pytest.mark.parametrize(("text", "code"), [("62.0", "Q"), ("Retail Trade", "G"), ("31", "C")])
def test_branches_by_naics(text, code):
    assert [one.code for one in record({"b": text}, ("b", "branch", "naics")).codings] == [code]


@pytest.mark.parametrize(
    ("text", "code"), [("H", "H"), ("H52", "52"), ("5210", "52"), ("62", "62"), ("logística", "H")]
)
def test_branches_by_isic(text, code):
    assert [one.code for one in record({"b": text}, ("b", "branch")).codings] == [code]


def test_signs_no_database_keeps_are_replaced_and_the_rest_stays_text():
    text = "A\x00B \ud800 <b>bold</b> =SUM(A1) \u202eevil ✊🏾"
    one = record({"d": text}, ("d", "account"))
    assert one.account == "A�B � <b>bold</b> =SUM(A1) \u202eevil ✊🏾"
    assert ("signs-replaced", "") in one.notes


def test_addresses_are_addresses_and_anything_else_is_words():
    one = record(
        {"s": ["https://a.example/1\nhttps://b.example/2", "a leaflet", "javascript:alert(1)"]}, ("s", "source")
    )
    assert [(source.url, source.text) for source in one.sources] == [
        ("https://a.example/1", ""),
        ("https://b.example/2", ""),
        ("", "a leaflet"),
        ("", "javascript:alert(1)"),
    ]


def test_what_is_too_long_is_cut_and_said_or_left_out_where_it_is_the_description():
    one = record({"e": "x" * 500}, ("e", "employer"))
    assert (len(one.employers[0].name), one.notes) == (120, (("cut", "e"),))
    assert made({"d": "x" * 20_001}, ("d", "account")).left_out == ("too-long", "")


def test_answers_points_and_led_by_come_from_columns_too():
    rules = [("a", "answer-spark"), ("w", "point-weak"), ("u", "organisation", "led"), ("r", "employer", "agency")]
    one = record({"a": "A sacking.", "w": "Alone.", "u": "CNT", "r": "Temp Co"}, *rules)
    assert (one.answers[0].text, one.points[0].evidence, one.led_by, one.employers[0].role) == (
        "A sacking.",
        "Alone.",
        "union",
        "agency",
    )


@pytest.mark.parametrize(("outcome", "shown"), [("goes on", ["strong"]), ("won", ["weak", "strong"])])
def test_weak_points_are_kept_back_while_the_action_runs(outcome, shown):
    rules = [("o", "outcome"), ("w", "point-weak"), ("s", "point-strong")]
    one = record({"o": outcome, "w": "Gate two sleeps.", "s": "All at once."}, *rules)
    assert (one.running, [point.withheld for point in one.points]) == (outcome == "goes on", [True, False])
    assert [point.kind for point in one.shown_points] == shown


@pytest.mark.parametrize(("days", "shown"), [(1, []), (31, ["weak"])])
def test_weak_points_of_what_began_lately_are_kept_back_where_no_end_is_given(days, shown):
    began = {"when": (timezone.localdate() - timedelta(days=days)).isoformat()}
    one = record({"w": "Gate two sleeps."} | began, ("w", "point-weak"))
    assert [point.kind for point in one.shown_points] == shown
    assert ("kept-back", "") in one.notes or shown


def test_a_title_is_made_of_employer_and_place_or_of_what_they_did():
    rules = [("e", "employer"), ("t", "town"), ("f", "form")]
    titles = [
        record(values, *rules).title for values in ({"e": "Docks", "t": "Leeds"}, {"t": "Leeds"}, {"f": "strike"})
    ]
    assert titles == ["Docks, Leeds", "Leeds", "Strike"]


CELLS = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=60), st.lists(st.text(max_size=9))
)


@given(st.dictionaries(st.sampled_from([rule.column for rule in CAT_JSON.rules]), CELLS))
def test_whatever_stands_in_the_cells_a_row_becomes_a_whole_record_or_a_reason(values):
    one = Maker(CAT_JSON).make(values, "1")
    assert (one.record is None) == (one.left_out is not None)
    if one.record:
        assert from_plain(to_plain(one.record)).title == one.record.title


def numbered(numbers):
    rows = [Row(at, {"n": number, "x": "same"}) for at, number in enumerate(numbers, start=1)]
    numbering = Numbering("n", repeated_numbers(rows, "n"))
    return [numbering.take(row.values) for row in rows]


def test_a_number_of_its_own_is_the_id_and_any_other_row_is_known_by_its_content():
    (one, _), (two, said), (three, _), (four, _) = numbered(["1", "2", "2", ""])
    assert (one, len({one, two, three, four}), said) == ("1", 4, (("number-repeats", "2"),))


@given(st.lists(st.sampled_from(["", "1", "2", "3"]), max_size=8))
def test_ids_are_never_twice_and_the_same_each_time(numbers):
    first = [number for number, _notes in numbered(numbers)]
    assert (len(set(first)), [number for number, _notes in numbered(numbers)]) == (len(numbers), first)
