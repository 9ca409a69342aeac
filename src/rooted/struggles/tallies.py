"""How many records of a selection lie where and when; counted by the database out of an index."""

from collections import Counter
from typing import Any

from django.db.models import Count, F, Value
from django.db.models.functions import Concat

from rooted.struggles.access import public_through
from rooted.struggles.finding import Selection
from rooted.struggles.models import Location, Struggle, StruggleQuerySet

# Grouping by a column itself makes SQLite walk that column's index and open every row for the other filters. By an
# expression it counts out of the index that holds all filters, and opens none.
APART = {"countries": Concat("countries", Value("")), "year": F("year") + 0}


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


def by_region(selection: Selection) -> Counter[str]:
    """Records by region of the chosen country; one of several regions counts in each, one without a region under ""."""
    places = Location.objects.filter(country=selection.country).order_by()
    if selection.without("country") == Selection(short=True):
        places = places.filter(public_through("struggle"))
    else:
        places = places.filter(struggle__in=_narrowed(selection).values("pk"))
    return Counter(dict(places.values_list("region").annotate(number=Count("struggle", distinct=True))))


def _counted(selection: Selection, column: str) -> list[Any]:
    rows = _narrowed(selection)
    value = APART[column] if selection.narrows else F(column)
    return list(rows.annotate(value=value).values_list("value").annotate(number=Count("*")))


def _narrowed(selection: Selection) -> StruggleQuerySet:
    return selection.narrow(Struggle.objects.public()).order_by()
