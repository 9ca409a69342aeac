"""Near a point: the box never loses what a look at every town would find."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rooted.places.distance import distance_km, near
from rooted.places.models import Town

latitudes = st.floats(-90, 90) | st.sampled_from([-90.0, -89.9, 0.0, 89.9, 90.0])
longitudes = st.floats(-180, 180) | st.sampled_from([-180.0, -179.9, 0.0, 179.9, 180.0])
points = st.tuples(latitudes, longitudes)


@pytest.mark.parametrize(
    ("here", "there", "km"),
    [
        ((52.52, 13.405), (48.857, 2.352), 877.5),  # Berlin, Paris
        ((0, 0), (0, 180), 20015.1),
        ((0, 179.5), (0, -179.5), 111.2),
        ((90, 0), (-90, 77), 20015.1),
        ((10, 10), (10, 10), 0.0),
    ],
)
def test_known_distances(here, there, km):
    assert round(distance_km(*here, *there), 1) == km


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(points, max_size=12), points, st.floats(0, 21_000) | st.sampled_from([1.0, 111.0, 10_000.0]))
def test_near_is_what_a_look_at_every_town_finds(places, here, km):
    Town.objects.all().delete()
    Town.objects.bulk_create(
        Town(id=number, name="Town", country="GB", population=1, latitude=latitude, longitude=longitude)
        for number, (latitude, longitude) in enumerate(places, 1)
    )
    expected = sorted(
        (distance, number) for number, place in enumerate(places, 1) if (distance := distance_km(*here, *place)) <= km
    )
    assert [(one.km, one.town.pk) for one in near(here[0], here[1], km)] == expected
