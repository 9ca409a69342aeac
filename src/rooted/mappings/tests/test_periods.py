"""Dates as archives and newspapers write them: parts of a year, times from when to when, what nobody knows."""

import time
from datetime import date

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from rooted.mappings.dates import unsure_of
from rooted.mappings.periods import read_dates
from rooted.mappings.tests.make import made


def said(text, order="dmy"):
    """ "2021-02-03 2021-02-05", "1919", "192-" a decade, "18-" a century."""
    found = read_dates(text, order)
    return " ".join(shown(one) for one in found or () if one)


def shown(dated):
    day, exact = dated
    ends = {"month": 7, "year": 4, "decade": 3, "century": 2}
    sign = {"decade": "-", "century": "-", "unclear": "?"}.get(exact, "")
    return day.isoformat()[: ends.get(exact, 10)] + sign


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("spring 1919", "1919"), ("printemps 1936", "1936"), ("jesień 1980", "1980"), ("ربيع 1919", "1919"),
        ("1919-00-00", "1919"), ("1919-04-00", "1919-04"), ("00.04.1919", "1919-04"), ("1919-??-??", "1919"),
        ("[1919]", "1919"), ("1919?", "1919"), ("c. 1890", "1890"), ("około 1905", "1905"), ("Q1 2019", "2019"),
        ("c. 3 May 1926", "1926-05-03?"), ("3 V 1926", "1926-05-03"), ("3 maja 1926 roku", "1926-05-03"),
        ("the 1920s", "192-"), ("late 1970s", "197-"), ("années 1920", "192-"), ("lata 20. XX wieku", "192-"),
        ("19th c.", "18-"), ("19. Jh.", "18-"), ("XIXe siècle", "18-"), ("XIX wiek", "18-"),
        ("late 19th century", "18-"),
        ("3.-5.2.2021", "2021-02-03 2021-02-05"), ("du 3 au 5 février 2021", "2021-02-03 2021-02-05"),
        ("28 Feb-2 Mar 2021", "2021-02-28 2021-03-02"), ("30.12.-2.1.2021", "2020-12-30 2021-01-02"),
        ("3 & 4 May 2019", "2019-05-03 2019-05-04"), ("15-17/3/2020", "2020-03-15 2020-03-17"),
        ("May-June 1968", "1968-05 1968-06"), ("1918-1920", "1918 1920"), ("winter 1978/79", "1978 1979"),
        ("3rd week of March 2019", "2019-03"), ("2e quinzaine de mars 2019", "2019-03"),
        ("the 3rd of May 1926", "1926-05-03"), ("3 de mayo de 1926", "1926-05-03"),
        ("1904/05", "1904"), ("winter 1911-12", "1911"), ("5-6/2019", "2019-05 2019-06"),
        ("2021-02-03 10:00 – 2021-02-05 11:30", "2021-02-03 2021-02-05"), ("since 2019", "2019"), ("2019–", "2019"),
    ],
)  # fmt: skip
def test_a_date_of_an_archive_is_kept_as_exactly_as_it_is_written(text, meant):
    assert said(text) == meant


@pytest.mark.parametrize(
    "text",
    ["before 1919", "31/2/2021", "2020-13-45", "10-3 May 1926", "March and September 1919", "3, 10 and 17 May 2019",
     "settimana 12", "década", "5/13/2021", "1919 or 1922", "spring",
     "March 2019 (12 firms)", "3 days in May 2019"],
)  # fmt: skip
def test_what_says_no_day_month_or_year_for_certain_is_none(text):
    assert said(text) == ""


def test_two_figures_of_a_year_never_lie_ahead():
    ahead = (timezone.localdate().year + 1) % 100
    assert said(f"3.5.{ahead:02}")[:2] == "19"


def test_the_report_says_what_was_kept_of_a_season_and_of_the_days_of_a_spreadsheet():
    notes = [made({"when": text}).record.notes for text in ("spring 1919", "1919", "43529")]
    assert notes == [(("date-part", "spring 1919"),), (), (("date-serial", "43529 = 2019-03-05"),)]


def test_years_the_wrong_way_round_are_kept_and_said():
    record = made({"when": "1918-1916"}).record
    assert record.notes == (("ends-before-start", "1918-01-01, 1916-01-01"),)


def test_a_mistake_of_a_spreadsheet_says_nothing_and_nevada_is_a_state():
    records = [made({"where": text}, ("where", "region")).record for text in ("NV", "#NV")]
    assert [[place.region for place in record.places] for record in records] == [["NV"], []]


@pytest.mark.parametrize("cell", ["a - " * 500, "1 " + " " * 5_000 + "2", "a and " * 500, "Paper, " * 900])
def test_a_long_cell_is_looked_at_once(cell):
    begun = time.process_time()
    made({"until": cell, "what": cell, "from": cell}, ("until", "ended"), ("what", "form"), ("from", "source"))
    assert time.process_time() - begun < 0.3


def test_a_list_of_days_goes_from_the_first_to_the_last():
    record = made({"when": ["2019-03-04", "2019-03-05", "2019-03-08"]}).record
    assert (record.started_on, record.ended_on) == (date(2019, 3, 4), date(2019, 3, 8))


@given(st.text(alphabet="0123456789 .-/–?xXIVcetoMay", max_size=30))
def test_whatever_is_typed_is_a_date_or_none(text):
    found = read_dates(text)
    assert found is None or 1000 <= found[0][0].year <= 2100


@given(st.dates(date(1900, 1, 1), date(2099, 12, 28)), st.integers(1, 27))
def test_days_of_one_month_are_read_with_the_month_said_once(start, days):
    end = start.replace(day=min(28, start.day + days))
    if start < end:
        text = f"{start.day}.-{end.day}.{end.month}.{end.year}"
        assert said(text) == f"{start.isoformat()} {end.isoformat()}"


@pytest.mark.parametrize(
    ("dates", "unsure"),
    [
        (["3/4/2019", "5/5/2019"], "3/4/2019"),
        (["3/4/2019", "13/4/2019"], ""),
        (["3.4.2019"], ""),
        (["13/4/2019", "4/13/2019", "3/4/2019"], "3/4/2019"),
    ],
)
def test_a_date_is_unsure_where_no_other_one_says_what_comes_first(dates, unsure):
    assert unsure_of(dates) == unsure
