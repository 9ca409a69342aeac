"""Which struggles lie in an area."""

import math

import pytest
from django.db.models import F
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from rooted.areas.bounds import Around, Bounds, towns_of
from rooted.areas.nearby import nearby, within
from rooted.areas.tests import make
from rooted.places.distance import distance_km
from rooted.places.models import Town
from rooted.places.tests.make import make_town
from rooted.records.record import Place
from rooted.struggles.access import regions_known
from rooted.struggles.models import Location, Struggle
from rooted.struggles.tests.make import draft, group, struggle

pytestmark = pytest.mark.django_db


@pytest.fixture
def owner():
    return group()


def found(bounds):
    near = nearby(bounds, towns_of(bounds))
    return {one.title for one in Struggle.objects.filter(pk__in=near.keys)}, near.unplaced


def put(owner, title, *places):
    return struggle(owner, title=title, places=places)


def test_what_has_a_point_within_the_distance_is_near(owner):
    put(owner, "here", make.point())
    put(owner, "Bradford", make.point("Bradford", at=make.BRADFORD))
    put(owner, "Paris", make.point("Paris", "FR", at=(48.85, 2.35)))
    assert found(make.around_leeds(10)) == ({"here"}, 0)
    assert found(Bounds(around=(Around(2644688, 25),))) == ({"here", "Bradford"}, 0)


def test_the_corners_of_the_box_are_not_near(owner):
    put(owner, "corner", make.point(at=(make.LEEDS[0] + 0.2, make.LEEDS[1] + 0.34)))
    assert found(make.around_leeds(25)) == (set(), 0)


def test_across_the_day_line_is_near(owner):
    suva = make_town(1, "Suva", "FJ", latitude=-18.1, longitude=179.98)
    put(owner, "over the line", make.point("Taveuni", "FJ", at=(-18.1, -179.95)))
    assert found(Bounds(around=(Around(suva.pk, 10),))) == ({"over the line"}, 0)


def test_what_has_no_point_is_known_by_the_name_of_its_town_however_it_is_spelt(owner):
    make_town(2, "Łódź", "PL", latitude=51.77, longitude=19.47)
    put(owner, "named", Place("town", "PL", "", "LODZ"))
    put(owner, "another country", Place("town", "GB", "", "Lodz"))
    assert found(Bounds(around=(Around(2, 25),))) == ({"named"}, 0)


def test_of_two_towns_of_one_name_the_named_region_counts_else_the_largest(owner):
    make_town(1, "Leeds", "US", "Alabama", 33.5, -86.5, population=11_936)
    make_town(2, "Leeds", "US", "Utah", 37.2, -113.3, population=800)
    put(owner, "not said", Place("town", "US", "", "Leeds"))
    put(owner, "Utah", Place("town", "US", "Utah", "Leeds"))
    assert found(Bounds(around=(Around(1, 25),))) == ({"not said"}, 0)
    assert found(Bounds(around=(Around(2, 25),))) == ({"Utah"}, 0)


def test_what_cannot_be_placed_is_counted_and_nothing_else(owner):
    bounds = make.around_leeds()
    put(owner, "a quarter", Place("town", "GB", "", "Saltend"))
    put(owner, "only the country", Place("country", "GB"))
    put(owner, "abroad", Place("country", "FR"))
    put(owner, "here and somewhere", Place("town", "GB", "", "Leeds"), Place("country", "GB"))
    assert found(bounds) == ({"here and somewhere"}, 2)


def test_a_country_and_a_region_hold_what_they_are_named_in(owner):
    put(owner, "Oregon", Place("region", "US", "Oregon"))
    put(owner, "Utah", Place("region", "US", "Utah"))
    put(owner, "France", Place("country", "FR"))
    assert found(Bounds(lands=("US:Oregon", "FR"))) == ({"Oregon", "France"}, 0)
    assert regions_known() == [("US", "Oregon"), ("US", "Utah")]


def test_nothing_that_is_not_public_is_near_or_named(owner):
    draft(owner, places=(Place("region", "US", "Oregon"),))
    assert found(Bounds(lands=("US",))) == (set(), 0)
    assert regions_known() == []


def test_without_a_place_nothing_is_near(owner):
    put(owner, "here", make.point())
    assert found(Bounds(branches=("H",))) == (set(), 0)


class Distance(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(
        st.floats(-89, 89), st.floats(-180, 180), st.sampled_from([5, 25, 100]), st.floats(0, 6.3), st.floats(0, 1.3)
    )
    def test_the_database_measures_as_the_globe_does(self, latitude, longitude, km, way, share):
        lat = max(-90, min(90, latitude + km * share / 111.2 * math.cos(way)))
        lon = longitude + km * share / 111.2 * math.sin(way) / math.cos(math.radians(latitude))
        lon = (lon + 180) % 360 - 180
        lat, lon = round(lat, 6), round(lon, 6)  # as records keep them
        far = distance_km(latitude, longitude, lat, lon)
        if abs(far - km) < 1e-6:
            return
        owner = group(address="x")
        struggle(owner, places=(make.point(at=(lat, lon)),))
        town = Town(id=9, latitude=latitude, longitude=longitude)
        rows = Location.objects.annotate(latitude=F("lat"), longitude=F("lon"))
        assert rows.filter(within(town, km)).exists() == (far <= km)
