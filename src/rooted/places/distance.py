"""What is near: an indexed box of degrees first, then the distance on the globe. No database extension."""

import math
from dataclasses import dataclass

from django.db.models import Q

from rooted.places.models import Town

RADIUS = 6371.0088  # km, the mean radius of the Earth (IUGG)
SLACK = 1e-9  # degrees, against rounding at the edge


@dataclass(frozen=True)
class Near:
    """A town and how far it is, in km."""

    town: Town
    km: float


def distance_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance of two points given in degrees (haversine formula), in km."""
    here, there = math.radians(latitude), math.radians(other_latitude)
    sideways = math.radians(other_longitude - longitude)
    part = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(sideways / 2) ** 2
    return 2 * RADIUS * math.asin(min(1.0, math.sqrt(part)))


def box(latitude: float, longitude: float, km: float) -> Q:
    """A condition on columns `latitude` and `longitude` that holds everywhere within `km`, and a little beyond."""
    angle = km / RADIUS
    reach = math.degrees(angle) + SLACK
    south, north = latitude - reach, latitude + reach
    rows = Q(latitude__gte=south, latitude__lte=north)
    if south <= -90 or north >= 90:
        return rows  # a pole is inside: every longitude may be
    aside = math.degrees(math.asin(min(1.0, math.sin(angle) / math.cos(math.radians(latitude))))) + SLACK
    west, east = longitude - aside, longitude + aside
    if west < -180:
        return rows & (Q(longitude__gte=west + 360) | Q(longitude__lte=east))
    if east > 180:
        return rows & (Q(longitude__gte=west) | Q(longitude__lte=east - 360))
    return rows & Q(longitude__gte=west, longitude__lte=east)


def near(latitude: float, longitude: float, km: float) -> list[Near]:
    """Towns within `km` of a point given in degrees, the nearest first."""
    towns = Town.objects.filter(box(latitude, longitude, km))
    found = [Near(town, distance_km(latitude, longitude, town.latitude, town.longitude)) for town in towns]
    return sorted((one for one in found if one.km <= km), key=lambda one: (one.km, one.town.pk))
