"""What an area is: towns and how far around them, countries and regions, and branches of work. Plain values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from rooted.base.language import isolated
from rooted.places.countries import country_name, country_names
from rooted.places.models import Town
from rooted.records.branches import BRANCHES

DISTANCES = (5, 10, 25, 50, 100)  # km
MOST_TOWNS, MOST_LANDS, MOST_BRANCHES = 5, 10, 10


@dataclass(frozen=True)
class Around:
    """`km` around a town, by its number at GeoNames."""

    town: int
    km: int


@dataclass(frozen=True)
class Bounds:
    """`lands` are countries ("GB") and regions as the chronicle writes them ("US:Oregon"); `branches` codes of ISIC."""

    around: tuple[Around, ...] = ()
    lands: tuple[str, ...] = ()
    branches: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.around or self.lands or self.branches)

    @property
    def placed(self) -> bool:
        """Whether it names any place, so that something can be nearby."""
        return bool(self.around or self.lands)

    @property
    def plain(self) -> dict[str, Any]:
        """The same for JSON."""
        return {
            "around": [[one.town, one.km] for one in self.around],
            "lands": list(self.lands),
            "branches": list(self.branches),
        }

    @property
    def tokens(self) -> list[str]:
        """The same as values of a form: "town:2644688:25", "land:GB", "branch:H"."""
        towns = [f"town:{one.town}:{one.km}" for one in self.around]
        return [*towns, *(f"land:{land}" for land in self.lands), *(f"branch:{code}" for code in self.branches)]


def from_plain(plain: Mapping[str, Any]) -> Bounds:
    """The bounds of what `Bounds.plain` gave."""
    around = tuple(Around(int(town), int(km)) for town, km in plain["around"])
    return Bounds(around, tuple(plain["lands"]), tuple(plain["branches"]))


def from_tokens(tokens: Iterable[str]) -> Bounds:
    """The bounds of a form's values, each once and in their order; what means nothing is left out."""
    around: dict[int, Around] = {}
    found: dict[str, list[str]] = {"land": [], "branch": []}
    for kind, value in (token.split(":", 1) for token in dict.fromkeys(tokens) if ":" in token):
        if kind == "town" and (one := _around(value)) is not None:
            around[one.town] = one
        elif (kind == "branch" and value in BRANCHES) or (kind == "land" and is_land(value)):
            found[kind].append(value)
    return Bounds(tuple(around.values()), tuple(found["land"]), tuple(found["branch"]))


def _around(value: str) -> Around | None:
    town, _mark, km = value.partition(":")
    if not (town.isascii() and town.isdecimal() and len(town) < 10):
        return None
    return Around(int(town), int(km)) if km in map(str, DISTANCES) else None


def is_land(value: str) -> bool:
    """Whether it is a country, or a country with the name of a region."""
    country, mark, region = value.partition(":")
    return country in country_names("en") and bool(region) == bool(mark) and len(region) <= 120 and "\0" not in region


def towns_of(bounds: Bounds) -> list[tuple[Town, int]]:
    """The towns with their km, in the order they were chosen; one query, none without towns."""
    if not bounds.around:
        return []
    known = Town.objects.in_bulk([one.town for one in bounds.around])
    return [(known[one.town], one.km) for one in bounds.around if one.town in known]


def land_words(land: str) -> str:
    """ "Germany", "Oregon, United States"."""
    country, _mark, region = land.partition(":")
    if not region:
        return country_name(country)
    return _("%(region)s, %(country)s") % {"region": isolated(region), "country": country_name(country)}


def town_words(town: Town, km: int) -> str:
    """ "Leeds, United Kingdom, and 25 km around"."""
    return _("%(town)s, and %(km)d km around") % {"town": isolated(str(town)), "km": km}


def words_of(bounds: Bounds, towns: list[tuple[Town, int]]) -> dict[str, str]:
    """Every token of the bounds in words; `towns` are those of `towns_of`."""
    words = {f"town:{town.pk}:{km}": town_words(town, km) for town, km in towns}
    words |= {f"land:{land}": land_words(land) for land in bounds.lands}
    return words | {f"branch:{code}": str(BRANCHES.get(code, code)) for code in bounds.branches}
