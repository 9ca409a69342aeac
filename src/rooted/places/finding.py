"""Towns by what people type."""

from django.db.models import Case, IntegerField, Max, QuerySet, Value, When

from rooted.base.fold import line
from rooted.places.countries import country_names
from rooted.places.models import Town

MOST = 20  # towns in one answer
LEAST = 2  # letters to begin with
LONGEST = 120  # characters that are read
LAST = "\U0010ffff"  # sorts behind every continuation of a name
LANGUAGES = ("en", None)  # a country may be written in English or in the reader's language


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
