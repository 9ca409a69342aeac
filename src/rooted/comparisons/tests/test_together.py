"""What went together: a crossed table with n, the not known, few marked."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from rooted.comparisons.tests.make import mixed
from rooted.records.record import Code
from rooted.struggles.tests import make

URL = reverse("comparisons:together")
ADDRESS = f"{URL}?short=1&rows=form&columns=outcome"


@pytest.fixture
def owner(db):
    return make.group()


@pytest.fixture
def some(owner):
    strike, protest = Code("form", "strike"), Code("form", "protest")
    records = [make.record(codings=(strike, protest), outcome="won")] * 2
    records += [make.record(codings=(strike,), outcome="lost")] * 9 + [make.record(codings=(), outcome="unknown")]
    make.struggles(owner, records)


def rows(table):
    return {row.words: [cell.text for cell in row.counts] for block in table.blocks for row in block.rows}


def test_each_cell_is_how_many_records_have_both(stranger, some):
    table = stranger.get(ADDRESS).context["table"]
    assert table.counted == ("Won", "Lost", "Not known")
    assert rows(table) == {
        "Strike": ["11", "2", "9", "0"],
        "Protest": ["2", "2", "0", "0"],
        "Not known": ["1", "0", "0", "1"],
    }
    assert [cell.text for cell in table.foot.counts] == ["12", "2", "9", "1"]


def test_shares_are_given_where_a_row_has_ten_records(stranger, some):
    shown = stranger.get(ADDRESS).context["table"].blocks[0].rows
    assert [[cell.small.replace("\N{NO-BREAK SPACE}", " ") for cell in row.counts] for row in shown[:2]] == [
        ["", "18 %", "82 %", ""],
        ["", "", "", ""],
    ]
    assert [row.few for row in shown] == ["", "fewer than 10", "fewer than 10"]


def test_without_an_address_it_opens_on_tactics_and_outcomes_of_all(stranger, some):
    assert stranger.get(URL).context["crossing"].query() == ADDRESS.partition("?")[2]
    assert stranger.get(f"{URL}?short=1")["Location"] == ADDRESS


@pytest.mark.parametrize("columns", ["lasted", "size", "month", "led_by", "form", "response", "decade"])
def test_tactics_stand_beside_length_size_time_and_what_was_done_against_them(stranger, owner, columns):
    mixed(owner, 30)
    page = stranger.get(f"{URL}?short=1&rows=form&columns={columns}")
    assert (page.status_code, page.context["crossing"].columns) == (200, columns)
    assert 'aria-current="page"' in page.content.decode()


def test_an_empty_chronicle_says_so(stranger, db):
    page = stranger.get(ADDRESS).content.decode()
    assert ("Nothing in the chronicle fits this question yet." in page, "Cite as" in page) == (True, False)


def test_a_wrong_filter_comes_back_with_what_to_do(stranger, db):
    page = stranger.get(f"{URL}?until=later&rows=form&columns=outcome").content.decode()
    assert "Write a whole number" in page
    assert 'value="later"' in page


@pytest.mark.parametrize("count", [3, 50])
def test_it_takes_a_fixed_number_of_statements(stranger, owner, count):
    mixed(owner, count)
    with CaptureQueriesContext(connection) as queries:
        stranger.get(ADDRESS)
    assert len(queries) == 6


def test_how_to_cite_it_names_the_day_both_numbers_and_the_address(stranger, some, owner):
    make.struggle(owner, led_by="union", outcome="won")
    page = stranger.get(f"{URL}?led_by=union&short=1&rows=form&columns=outcome")
    day = page.context["cite"].partition("read on ")[2].partition(".")[0]
    assert page.context["cite"] == (
        f"Rooted, chronicle of struggles, read on {day}. What went together, What they did × How it went. "
        f"Who led it: A union. n = 1 of 13 records on that day. http://testserver{URL}?led_by=union&short=1&rows=form&columns=outcome"
    )
    assert day == date_format(timezone.localdate(), "j F Y")
    assert "Cite as" in page.content.decode()


def test_what_is_known_of_none_is_said_and_not_drawn(stranger, some):
    page = stranger.get(f"{URL}?short=1&rows=form&columns=response")
    assert (page.context["table"].counted, page.context["picture"]) == (("Not known",), "")
    assert "This is known of none of them." in page.content.decode()
