"""Towns by what people type, and where the towns and regions that a record names lie."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Avg, Case, F, IntegerField, Max, QuerySet, Value, When

from rooted.base.fold import line
from rooted.places.countries import country_names
from rooted.places.models import Town

MOST = 20  # towns in one answer
LEAST = 2  # letters to begin with
LONGEST = 120  # characters that are read
LAST = "\U0010ffff"  # sorts behind every continuation of a name
LANGUAGES = ("en", None)  # a country may be written in English or in the reader's language
MOST_NAMES = 5_000  # looked up at once: SQLite takes some 32,000 values in a query

Named = tuple[str, str]  # country and region, as a record writes them
Written = tuple[str, str, str]  # country, region and town
Degrees = tuple[float, float]  # latitude, longitude


def towns_beginning(text: str, limit: int = MOST) -> list[Town]:
    """Towns one of whose names begins like `text` ("york", "Köl", "القا"): the whole name first, then the largest.

    After a comma may stand what tells them apart: "Springfield, Illinois".
    """
    name, rest = _parts(_split(text), 1)
    if len(name) < LEAST:
        return []
    towns = Town.objects.filter(names__folded__gte=name, names__folded__lt=name + LAST)
    whole = Case(When(names__folded=name, then=Value(1)), default=Value(0), output_field=IntegerField())
    towns = towns.annotate(whole=Max(whole)).order_by("-whole", "-population", "id")
    return _only(towns, rest, limit)


def towns_called(text: str, limit: int = MOST) -> list[Town]:
    """Towns that `text` names in full, the largest first: "Łódź", "Springfield, Illinois", "leeds, gb", a label."""
    parts = _split(text)
    for cut in range(1, len(parts) + 1):  # "Bukit Tinggi, Bentong" is one name
        name, rest = _parts(parts, cut)
        towns = Town.objects.filter(names__folded=name).distinct().order_by("-population", "id")
        if found := _only(towns, rest, limit):
            return found
    return []


def _split(text: str) -> list[str]:
    return text[:LONGEST].replace("،", ",").replace("、", ",").split(",")[:6]


def _parts(parts: list[str], cut: int) -> tuple[str, set[str]]:
    return line(" ".join(parts[:cut])), {line(part) for part in parts[cut:]} - {""}


def _only(towns: QuerySet[Town], rest: set[str], limit: int) -> list[Town]:
    if not rest:
        return list(towns[:limit])
    return [town for town in towns[: 50 * limit] if rest <= _told_apart_by(town)][:limit]


def _told_apart_by(town: Town) -> set[str]:
    countries = [country_names(language).get(town.country, "") for language in LANGUAGES]
    words = [town.country, town.region, town.near, *countries, *town.where.split(","), *town.where.split("،")]
    return {line(word) for word in words}


def towns_named(countries: Iterable[str], folded: Iterable[str]) -> dict[tuple[str, str], list[Town]]:
    """By country and folded name, the towns that have both, the largest first; at most one query."""
    known: dict[tuple[str, str], list[Town]] = defaultdict(list)
    if wanted := list(folded)[:MOST_NAMES]:
        rows = Town.objects.filter(country__in=list(countries), names__folded__in=wanted)
        for town in rows.annotate(folded=F("names__folded")).order_by("-population", "id"):
            known[town.country, town.folded].append(town)  # type: ignore[attr-defined]
    return known


def meant(same: Sequence[Town], region: str) -> Town:
    """Of towns of one name, the largest first: the one in the region that is named, else the largest."""
    return next((town for town in same if town.region and line(town.region) == line(region)), same[0])


def points_of_towns(written: Iterable[Written]) -> dict[Written, Degrees]:
    """Where those lie that are known by name; one query."""
    names = {one: line(one[2]) for one in written}
    known = towns_named({country for country, *_rest in names}, dict.fromkeys(names.values()))
    found = {one: _surely(known.get((one[0], name), []), one[1]) for one, name in names.items()}
    return {one: (town.latitude, town.longitude) for one, town in found.items() if town}


def _surely(same: Sequence[Town], region: str) -> Town | None:
    """The one meant; None where a region is named, and each town of that name is known to lie in another."""
    found = meant(same, region) if same else None
    return None if found and region and found.region and line(found.region) != line(region) else found


def points_of_regions(named: Iterable[Named]) -> dict[Named, Degrees]:
    """The middle of the towns of those that are known by name (in the United States); one query."""
    wanted = set(named)
    rows = Town.objects.filter(country__in={country for country, _region in wanted}).exclude(region="").order_by()
    middles = rows.values_list("country", "region").annotate(Avg("latitude"), Avg("longitude")) if wanted else ()
    known = {(country, line(region)): (lat, lon) for country, region, lat, lon in middles}
    return {one: known[key] for one in wanted if (key := (one[0], line(one[1]))) in known}
