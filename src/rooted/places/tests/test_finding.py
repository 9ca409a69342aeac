"""Towns by what people type; the same on both databases."""

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.places.actions import load_towns
from rooted.places.finding import points_of_regions, points_of_towns, towns_beginning, towns_called
from rooted.places.tests.make import make_town, town_file

pytestmark = pytest.mark.django_db


@pytest.fixture
def few(tmp_path):
    load_towns(town_file(tmp_path))


BEGINNINGS = [
    ("lee", ["Leeds, United Kingdom", "Leeds, Alabama, United States"]),
    ("LEEDS", ["Leeds, United Kingdom", "Leeds, Alabama, United States"]),
    ("leeds, ala", []),
    ("leeds, alabama", ["Leeds, Alabama, United States"]),
    ("leeds, us", ["Leeds, Alabama, United States"]),
    ("lodz", ["Łódź, Poland"]),
    ("Łódź", ["Łódź, Poland"]),
    ("ло", ["Łódź, Poland"]),
    ("القا", ["Cairo, Egypt"]),
    ("newp", ["Newport, near Cardiff, United Kingdom", "Newport, near Telford, United Kingdom"]),
    ("l", []),
    ("", []),
    ("%", []),
    ("le%", ["Leeds, United Kingdom", "Leeds, Alabama, United States"]),
    ("\x00", []),
    ("🙂", []),
]


@pytest.mark.parametrize(("typed", "labels"), BEGINNINGS)
def test_what_is_typed_finds_these_towns(few, typed, labels):
    assert [town.label for town in towns_beginning(typed)] == labels


def test_the_whole_name_comes_before_larger_towns():
    make_town(1, "York", population=10)
    make_town(2, "Yorkton", population=99)
    make_town(3, "Yorkville", population=50)
    assert [town.name for town in towns_beginning("york")] == ["York", "Yorkton", "Yorkville"]


def test_a_limit_gives_the_largest():
    for number in range(1, 6):
        make_town(number, f"York {number}", population=number)
    assert [town.name for town in towns_beginning("york", limit=2)] == ["York 5", "York 4"]


NAMES = [
    ("leeds", 2),
    ("lee", 0),
    ("Leeds, United Kingdom", 1),
    ("Newport, near Telford, United Kingdom", 1),
    ("Newport, Cardiff", 1),
    ("kairo", 1),
    ("Kampung Bukit Tinggi, Bentong, Malaysia", 1),
    ("Leeds, Poland", 0),
    (",,,", 0),
]


@pytest.mark.parametrize(("typed", "count"), NAMES)
def test_a_whole_name_finds_its_towns(few, typed, count):
    assert len(towns_called(typed)) == count


def test_countries_may_be_written_in_the_readers_language(few):
    with translation.override("ar"):
        assert [town.pk for town in towns_called("Leeds، المملكة المتحدة")] == [2644688]


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text())
def test_nothing_typed_is_an_error(few, typed):
    towns_beginning(typed)
    towns_called(typed)


def test_what_a_record_calls_a_town_lies_where_the_town_does(few):
    written = [("GB", "", "LEEDS"), ("US", "Alabama", "Leeds"), ("GB", "Wales", "Newport"), ("GB", "", "Nowhere")]
    assert points_of_towns([*written, ("US", "Maine", "Leeds")]) == {
        ("GB", "", "LEEDS"): (53.796, -1.548),
        ("US", "Alabama", "Leeds"): (33.548, -86.544),
        ("GB", "Wales", "Newport"): (51.588, -2.998),
    }


def test_of_a_region_the_middle_of_its_towns_is_told(db):
    make_town(1, "Salem", "US", "Oregon", 44.0, -123.0)
    make_town(2, "Bend", "US", "Oregon", 46.0, -121.0)
    assert points_of_regions([("US", "oregon"), ("US", "Ohio"), ("DE", "Oregon")]) == {("US", "oregon"): (45.0, -122.0)}


def test_nothing_to_look_up_asks_nothing(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert (points_of_towns([]), points_of_regions([])) == ({}, {})
