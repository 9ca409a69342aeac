"""Tables in the columns of other registers, read back with nothing but csv."""

import ast
import csv
import io

import pytest
from django.urls import reverse

from rooted.exports.columns import acled, cat, ilo, lat
from rooted.exports.tests.make import body, published, rich
from rooted.records.record import Action, Place
from rooted.struggles.models import ImportBatch
from rooted.struggles.tests import make

# What the rich record says in the columns of the Labor Action Tracker.
LAT_ROW = {
    "Employer": "Quillwater; Handsfast",
    "Labor Organization": "Pickers' committee",
    "Industry": "Transportation and Warehousing",
    "Number of Locations": "2",
    "City": "Leipzig",
    "State": "Sachsen",
    "Country": "Germany; Poland",
    "Latitude, Longitude": "51.34, 12.37",
    "Approximate Number of Participants": "40",
    "Start Date": "2026-03-02",
    "End Date": "2026-03-04",
    "Duration Amount": "3",
    "Duration Unit": "days",
    "Strike or Protest": "Strike",
    "Authorized": "N",
    "Worker Demands": "Hours and rotas",
    "Threat": "N",
    "Source": "https://example.org/a; Told at the gate",
    "Comments or Remarks": "'=HYPERLINK(1) The night shift sat down.\n\nThe new rota.",
    "Display": "Y",
}


@pytest.fixture
def owner(db):
    return make.group()


def rows(client, columns, **query):
    response = client.get(reverse("exports:export-csv", args=[columns]), query)
    return list(csv.DictReader(io.StringIO(body(response))))


@pytest.mark.parametrize("register", [acled, cat, ilo, lat])
def test_every_register_has_its_columns_in_order(stranger, owner, register):
    published(owner)
    name = register.__name__.rsplit(".", 1)[1]
    assert list(rows(stranger, name)[0]) == register.COLUMNS


def test_the_labor_action_trackers_columns(stranger, owner):
    (struggle,) = published(owner)
    (row,) = rows(stranger, "lat")
    kept = {name: text for name, text in row.items() if text}
    assert kept == LAT_ROW | {"positionId": str(struggle.public_id)}


@pytest.mark.parametrize("register", ["lat", "cat", "ilo", "acled"])
def test_a_record_that_was_brought_in_names_its_list_and_who_gathered_it(stranger, owner, register):
    (struggle,) = published(owner)
    struggle.batch = ImportBatch.objects.create(
        group=owner, set_name="Invented list", cite="Nobody", licence="CC0", imported_on=make.TODAY, source_set="x"
    )
    struggle.save()
    row = rows(stranger, register)[0]
    said = next(row[name] for name in ("Source", "source", "sources") if name in row)
    assert "Invented list (Nobody, CC0), Docks" in said.split("; ")[-1]


def test_the_lists_of_collective_action_in_tech_are_read_as_it_writes_them(stranger, owner):
    published(owner)
    (row,) = rows(stranger, "cat")
    assert ast.literal_eval(row["actions"]) == ["strike", "picket"]
    assert ast.literal_eval(row["locations"]) == ["leipzig-sachsen-germany", "poland"]
    assert ast.literal_eval(row["latlngs"]) == [(51.34, 12.37)]
    assert (row["workers"], row["date"], row["online"]) == ("40", "2026-03-02", "")


def test_the_ilo_counts_disputes_and_no_threats(stranger, owner):
    published(owner, rich(), rich(threatened_only=True))
    (row,) = rows(stranger, "ilo")
    said = [row[name] for name in ("type", "isic_section", "duration_days", "days_not_worked_low", "official")]
    assert said == ["strike", "H", "3", "90", "no"]


def test_a_visible_protest_has_a_row_for_each_day_and_place(stranger, owner):
    published(owner)
    found = [(row["event_date"], row["country"], row["tags"]) for row in rows(stranger, "acled")]
    assert found == [
        ("2026-03-03", "Germany", "crowd size=at least 20"),
        ("2026-03-03", "Poland", "crowd size=at least 20"),
    ]


@pytest.mark.parametrize(
    ("values", "count"),
    [
        ({"actions": ()}, 6),  # three days, two places
        ({"actions": (Action("strike"),), "places": (Place("town", "DE", town="Leipzig"),)}, 3),
        ({"codings": ()}, 0),  # nobody saw it in the street
        ({"actions": (), "started_precision": "year", "ended_on": None}, 0),
        ({"actions": (), "started_precision": "month", "ended_on": None}, 2),
        ({"places": (Place("world"),)}, 0),
        ({"threatened_only": True}, 0),
    ],
)
def test_days_of_a_visible_protest(stranger, owner, values, count):
    published(owner, rich(**values))
    assert len(rows(stranger, "acled")) == count


@pytest.mark.parametrize(("at_least", "count"), [("", 3), ("2", 2), ("10", 1), ("1000", 0)])
def test_thresholds_are_computed_when_it_is_taken_away(stranger, owner, at_least, count):
    few, unknown = {"estimate_low": 2, "estimate_high": 9}, {"estimate_low": None, "estimate_high": None}
    published(owner, rich(), rich(**few), rich(**unknown))
    assert len(rows(stranger, "lat", at_least=at_least)) == count


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_no_cell_is_calculated_by_a_spreadsheet(stranger, owner, text):
    published(owner, rich(account=text))
    assert rows(stranger, "lat")[0]["Comments or Remarks"].startswith("'" + text)


@pytest.mark.parametrize("query", [{"at_least": "3"}, {"since": "x"}])
def test_what_cannot_be_read_is_no_address(stranger, db, query):
    assert stranger.get(reverse("exports:export-csv", args=["lat"]), query).status_code == 404


def test_an_unknown_register_is_no_address(stranger, db):
    assert stranger.get(reverse("exports:export-csv", args=["nobody"])).status_code == 404
