"""Which struggles of the chronicle lie in an area: by their points, else by the names of their towns."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, Case, F, Q, Value, When
from django.db.models.functions import Abs, Cos, Greatest, Power, Radians, Sin
from django.db.models.lookups import LessThanOrEqual

from rooted.areas.bounds import Bounds
from rooted.base.fold import line
from rooted.places.distance import RADIUS, box, distance_km
from rooted.places.finding import Written, meant, towns_named
from rooted.places.models import Town
from rooted.records.codes import GOES_ON
from rooted.struggles.models import Location, Struggle

Towns = list[tuple[Town, int]]
LOOKED_THROUGH = 2_000  # of a whole continent, what was done is counted among these
MOST_NAMES = 300  # pairs of country and region: SQLite reads conditions 1,000 deep, no deeper


class Found(NamedTuple):
    """What every count needs to know of one struggle; a tuple, since there may be 30,000 of them."""

    pk: UUID
    outcome: str
    year: int


@dataclass(frozen=True)
class Nearby:
    """The public struggles that lie there, those that go on first, then the newest.

    `unplaced`: how many more of the same countries nobody can place.
    """

    found: list[Found]
    unplaced: int = 0

    @cached_property
    def keys(self) -> set[UUID]:
        return {one.pk for one in self.found}

    @property
    def looked_through(self) -> list[UUID]:
        """Those whose forms, branches and points are counted: the first 2,000."""
        return [one.pk for one in self.found[:LOOKED_THROUGH]]

    @property
    def cut(self) -> bool:
        return len(self.found) > LOOKED_THROUGH


@dataclass(frozen=True)
class Names:
    """Names of towns in records without points: those that lie near, and those no town is known by."""

    near: list[Written]
    unknown: list[Written]


def nearby(bounds: Bounds, towns: Towns) -> Nearby:
    """The public struggles within the bounds, whose towns are `towns`; four queries, one without towns."""
    if not bounds.placed:
        return Nearby([])
    names = names_near(towns) if towns else Names([], [])
    where = [*(within(town, km) for town, km in towns), *_in_lands(bounds.lands), *_named(names.near)]
    rows = Location.objects.annotate(latitude=F("lat"), longitude=F("lon")).filter(reduce(or_, where, Q(pk=None)))
    public = Struggle.objects.public().newest_first().filter(pk__in=rows.values("struggle"))
    goes_on = Case(When(outcome=GOES_ON, ended_on=None, then=True), default=False, output_field=BooleanField())
    parted: tuple[list[Found], list[Found]] = ([], [])
    for pk, outcome, year, running in public.values_list("pk", "outcome", "year", goes_on):
        parted[not running].append(Found(pk, outcome, year))
    found = [*parted[0], *parted[1]]
    return Nearby(found, _unplaced(towns, names, {one.pk for one in found}) if towns else 0)


def within(town: Town, km: int) -> Q:
    """Locations, annotated with `latitude` and `longitude`, at most `km` away: an indexed box, then the haversine."""
    north = _square(Sin((Radians("latitude") - math.radians(town.latitude)) / 2))
    aside = _square(Sin((Radians("longitude") - math.radians(town.longitude)) / 2))
    here = math.cos(math.radians(town.latitude))
    part = north + Cos(Radians("latitude")) * aside * here
    return box(town.latitude, town.longitude, km) & Q(LessThanOrEqual(part, math.sin(km / RADIUS / 2) ** 2))


def _square(number: Sin) -> Power:
    """Its square; PostgreSQL refuses to square what is nearly nothing."""
    return Power(Greatest(Abs(number), Value(1e-12)), 2)


def _in_lands(lands: Iterable[str]) -> Iterator[Q]:
    countries = [land for land in lands if ":" not in land]
    if countries:
        yield Q(country__in=countries)
    for country, region in (land.split(":", 1) for land in lands if ":" in land):
        yield Q(country=country, region=region)


def _named(written: Iterable[Written]) -> Iterator[Q]:
    grouped: dict[tuple[str, str], list[str]] = defaultdict(list)
    for country, region, town in written:
        grouped[country, region].append(town)
    for (country, region), names in list(grouped.items())[:MOST_NAMES]:
        yield Q(lat=None, country=country, region=region, town__in=names)


def names_near(towns: Towns) -> Names:
    """What records without a point call their towns, in the countries of `towns`; two queries."""
    countries = sorted({town.country for town, _km in towns})
    rows = Location.objects.filter(lat=None, country__in=countries).exclude(town="").order_by()
    written: list[Written] = list(rows.values_list("country", "region", "town").distinct())
    known = towns_named(countries, {line(name) for _country, _region, name in written})
    found = Names([], [])
    for one in written:
        same = known.get((one[0], line(one[2])), [])
        if not same:
            found.unknown.append(one)
        elif _is_near(meant(same, one[1]), towns):
            found.near.append(one)
    return found


def _is_near(found: Town, towns: Towns) -> bool:
    return any(distance_km(town.latitude, town.longitude, found.latitude, found.longitude) <= km for town, km in towns)


def _unplaced(towns: Towns, names: Names, near: set[UUID]) -> int:
    """How many public struggles of these countries name no town, or one nobody knows, and are not near."""
    unknown: dict[str, set[str]] = {town.country: {""} for town, _km in towns}
    for country, _region, name in names.unknown:
        unknown[country].add(name)
    where = [Q(country=country, town__in=sorted(towns_there)) for country, towns_there in unknown.items()]
    rows = Location.objects.filter(reduce(or_, where), lat=None).order_by()
    named = Struggle.objects.public().order_by().filter(pk__in=rows.values("struggle"))
    return len(set(named.values_list("pk", flat=True)) - near)
