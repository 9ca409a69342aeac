"""How many records of a selection lie where and when; counted by the database out of an index."""

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Avg, Case, Count, F, Max, Min, Q, QuerySet, Value, When
from django.db.models.functions import Concat

from rooted.places.finding import points_of_regions, points_of_towns
from rooted.struggles.access import public_through
from rooted.struggles.finding import Selection
from rooted.struggles.models import Location, Struggle, StruggleQuerySet

# Grouping by a column itself makes SQLite walk that column's index and open every row for the other filters. By an
# expression it counts out of the index that holds all filters, and opens none.
APART = {"countries": Concat("countries", Value("")), "year": F("year") + 0}
# Whose points tell where a region or a town lies: a point of a whole country tells of neither.
POINTED = {"region": ("exact", "town", "region"), "town": ("exact", "town")}
DECIMALS = 1  # of a degree, about ten kilometres: no map of ours says more exactly where somebody works or lives
HALF_ROUND = 180


def by_country(selection: Selection) -> Counter[str]:
    """Records by country code; one of several countries counts in each, one without a country under ""."""
    found: Counter[str] = Counter()
    for written, count in _counted(selection, "countries"):
        for code in written.split() or [""]:
            found[code] += count
    return found


def by_year(selection: Selection) -> Counter[int]:
    """Records by the year in which they began."""
    return Counter(dict(_counted(selection, "year")))


@dataclass(frozen=True)
class Placed:
    """How many records lie in one region or one town, and about where: degrees, None where nobody wrote a point."""

    country: str
    region: str
    town: str
    count: int
    lat: float | None
    lon: float | None


def by_region(selection: Selection) -> list[Placed]:
    """Records by region, the most first; one of several regions counts in each. Two statements."""
    found = _placed(selection, ("country", "region"))
    known = points_of_regions((one.country, one.region) for one in found)
    return [_rounded(one, known.get((one.country, one.region), (one.lat, one.lon))) for one in found]


def by_town(selection: Selection) -> list[Placed]:
    """Records by town, the most first; one of several towns counts in each. Two statements.

    What has no point of its own lies where the largest town of that name does, in the region that is named.
    """
    found = _placed(selection, ("country", "region", "town"))
    known = points_of_towns((one.country, one.region, one.town) for one in found if one.lat is None)
    return [_rounded(one, known.get((one.country, one.region, one.town), (one.lat, one.lon))) for one in found]


def without_place(selection: Selection, name: str) -> int:
    """Records of which no region, or no town, is written down anywhere."""
    return selection.adding("not_known", name).records().order_by().count()


def _placed(selection: Selection, names: tuple[str, ...]) -> list[Placed]:
    pointed = Q(precision__in=POINTED[names[-1]])
    eastward = Case(When(lon__lt=0, then=F("lon") + 360), default=F("lon"))
    rows = (
        _places(selection)
        .exclude(**{names[-1]: ""})
        .values(*names)
        .annotate(
            count=Count("struggle", distinct=True),
            north=Avg("lat", filter=pointed),
            east=Avg("lon", filter=pointed),
            beyond=Avg(eastward, filter=pointed),
            broad=Max("lon", filter=pointed) - Min("lon", filter=pointed),
        )
    )
    found = [Placed(row["country"], row["region"], row.get("town", ""), row["count"], *_about(row)) for row in rows]
    return sorted(found, key=lambda one: (-one.count, one.country, one.region, one.town))


def _about(row: dict[str, Any]) -> tuple[float | None, float | None]:
    """The middle of what was written down; on both sides of the date line counted eastward."""
    if row["north"] is None:
        return None, None
    return row["north"], row["beyond"] if row["broad"] > HALF_ROUND else row["east"]


def _rounded(one: Placed, at: tuple[float | None, float | None]) -> Placed:
    lat, lon = (None if degrees is None else round(degrees, DECIMALS) for degrees in at)
    return replace(one, lat=lat, lon=lon)


def _places(selection: Selection) -> QuerySet[Location]:
    places = Location.objects.exclude(country="").order_by()
    if selection.country:
        places = places.filter(country=selection.country)
    if selection.region:
        places = places.filter(region=selection.region)
    if selection.without("country") == Selection(short=True):
        return places.filter(public_through("struggle"))
    return places.filter(struggle__in=_narrowed(selection).values("pk"))


def _counted(selection: Selection, column: str) -> list[Any]:
    rows = _narrowed(selection)
    value = APART[column] if selection.narrows else F(column)
    return list(rows.annotate(value=value).values_list("value").annotate(number=Count("*")))


def _narrowed(selection: Selection) -> StruggleQuerySet:
    return selection.narrow(Struggle.objects.public()).order_by()
