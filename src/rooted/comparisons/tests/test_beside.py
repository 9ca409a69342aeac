"""Records side by side: field by field, from two to six; another one is found by its words."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rooted.comparisons.beside import MOST
from rooted.comparisons.tests.make import mixed
from rooted.records.record import Employer, Organisation, Point
from rooted.struggles.actions import withdraw_struggle
from rooted.struggles.tests import make

URL = reverse("comparisons:beside")


@pytest.fixture
def owner(db):
    return make.group()


def beside(client, *records, **asked):
    return client.get(URL, {"record": [record.public_id for record in records], **asked})


def values(page):
    return {str(field.label): field.values for field in page.context["fields"]}


def test_what_is_known_stands_side_by_side_field_by_field(stranger, owner):
    first = make.struggle(owner, outcome="won", led_by="union", estimate_low=80, days_low=160, days_high=160)
    second = make.struggle(
        owner,
        employers=(Employer("Merrowgate Hospital"), Employer("Brightclean", "agency")),
        organisations=(Organisation("Cleaners' branch", "no"),),
        points=(Point("weak", code="isolated"), Point("weak", evidence="Nobody knew the night shift.")),
    )
    found = values(beside(stranger, first, second))
    assert found["How it went"] == ("Won", "")
    assert found["Who led it"] == ("A union", "")
    assert found["How many took part"] == ("at least 80 people", "")
    assert found["Days not worked"] == ("160, estimated", "")
    assert found["With whom"] == ("Merrowgate Hospital", "Merrowgate Hospital, Brightclean")
    assert found["Organisations"] == ("", "Cleaners' branch (not official)")
    assert found["Weak points"] == ("", "Isolated, Nobody knew the night shift.")


def test_what_nobody_knows_of_any_has_no_row_and_of_one_is_said(stranger, owner):
    page = beside(stranger, make.struggle(owner, outcome="won"), make.struggle(owner))
    assert "Branch" not in values(page)
    assert "not known" in page.content.decode()


def test_the_order_is_that_of_the_address_and_each_stands_there_once(stranger, owner):
    first, second = make.struggle(owner, title="One"), make.struggle(owner, title="Two")
    page = beside(stranger, second, first, second)
    assert [record.title for record in page.context["records"]] == ["Two", "One"]


def test_at_most_six_stand_beside_each_other(stranger, owner):
    page = beside(stranger, *[make.struggle(owner) for _number in range(8)])
    assert len(page.context["records"]) == MOST == 6


def test_what_is_withdrawn_unknown_or_no_id_at_all_is_left_out(stranger, owner):
    first, second = make.struggle(owner), make.struggle(owner)
    withdraw_struggle(second)
    page = stranger.get(URL, {"record": [first.public_id, second.public_id, uuid4(), "nonsense", "\0"]})
    assert page.context["records"] == [first]
    assert "One record is chosen." in page.content.decode()


def test_another_one_is_found_by_its_words_and_put_beside(stranger, owner):
    first, second = make.struggle(owner, title="Riders wait"), make.struggle(owner, title="Cooks walk out")
    ((found, query),) = beside(stranger, first, q="cooks").context["found"]
    assert found == second
    assert stranger.get(f"{URL}?{query}").context["records"] == [first, second]


def test_one_is_taken_away(stranger, owner):
    first, second = make.struggle(owner), make.struggle(owner)
    (_first, query), _second = beside(stranger, first, second).context["without"]
    assert stranger.get(f"{URL}?{query}").context["records"] == [second]


def test_how_to_cite_it_names_the_records_how_many_there_are_and_the_address(stranger, owner):
    first, second, _third = (make.struggle(owner, title=title) for title in ("One & all", "Two", "Three"))
    page = beside(stranger, second, first)
    assert page.context["cite"].partition(". ")[2] == (
        f"Side by side (Two; One & all). n = 2 of 3 records on that day. "
        f"http://testserver{URL}?record={second.public_id}&record={first.public_id}"
    )
    assert "(Two; One &amp; all)." in page.content.decode()
    assert "Cite as" not in beside(stranger, first).content.decode()


def test_nothing_chosen_says_what_to_do(stranger, db):
    assert "Choose records to put beside each other" in stranger.get(URL).content.decode()


@pytest.mark.parametrize("count", [2, 6])
def test_it_takes_a_fixed_number_of_statements(stranger, owner, count):
    records = mixed(owner, 12)
    with CaptureQueriesContext(connection) as queries:
        beside(stranger, *records[:count])
    assert len(queries) == 7
