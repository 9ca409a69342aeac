"""Where it was: a town we know, any words, a region, a country, or only how far it went."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rooted.base.fold import line as folded
from rooted.drafts.draft import Draft
from rooted.drafts.steps.form import Rows, chosen, line
from rooted.places.countries import country_name, country_names
from rooted.places.forms import TownField, Whereabouts
from rooted.records.record import Place, Record

REACHES = [
    ("", _("In the places above")),
    ("countries", _("In several countries")),
    ("world", _("Worldwide")),
    ("online", _("Online")),
]
NO_SINGLE_PLACE = tuple(code for code, _words in REACHES if code)


class PlaceField(TownField):
    """A town or area. A name that stands in the record already is not asked about again."""

    def __init__(self, known: frozenset[str] = frozenset(), **options: Any) -> None:
        self.known = known
        super().__init__(**options)

    def clean(self, value: Any) -> Whereabouts:
        typed = value[0] if isinstance(value, tuple) else str(value or "")
        return Whereabouts(typed) if typed in self.known else super().clean(value)


def countries() -> list[tuple[str, str]]:
    """Every country, by its name in the reader's language."""
    return [("", ""), *sorted(country_names().items(), key=lambda pair: pair[1])]


def place_fields(draft: Draft) -> dict[str, forms.Field]:
    """One place."""
    known = frozenset(text for place in draft.record.places if (text := town_text(place)))
    return {
        "town": PlaceField(known, required=False),
        "site": line(_("Workplace, house or street"), 200),
        "region": region(),
        "country": chosen(_("Country, if we do not know the town"), countries),
    }


def region() -> forms.CharField:
    """Any words; the page offers the names that others use in a list called "regions"."""
    field = line(_("Region"), 120)
    field.widget.attrs["list"] = "regions"
    return field


def town_text(place: Place) -> str:
    """The town as it is written into the field: with its region and country, so that it is found again."""
    names = [place.town, place.region, country_name(place.country) if place.country else ""]
    return ", ".join(name for name in names if name) if place.town else ""


def region_text(place: Place) -> str:
    """The region as it is written into its own field: where a town is known it stands beside that."""
    return "" if place.town else place.region


ROWS = Rows(
    "places", _("Where?"), _("Place %(number)d"), place_fields, ("town", "site", "region", "country"), least=1,
    hint=_("A town is enough. Leave the workplace out if that is safer."),
)  # fmt: skip


def shown(record: Record) -> list[dict[str, str]]:
    """What stands in the fields, a row for each place."""
    single = [one for one in record.places if one.precision not in NO_SINGLE_PLACE]
    return [
        {"town": town_text(one), "site": one.site, "region": region_text(one), "country": one.country} for one in single
    ]


def written(rows: Iterable[dict[str, Any]], reach: str, record: Record) -> tuple[Place, ...]:
    """The places that were typed; one that stands in `record` stays as exact as it came."""
    kept = {(town_text(one), one.site, region_text(one), one.country): one for one in record.places}
    found = []
    for row in rows:
        key = (row["town"].text, row["site"], row["region"], row["country"])
        found.append(kept.get(key) or _place(row["town"], *key[1:], record))
    if reach:
        standing = next((one for one in record.places if one.precision == reach), None)
        found.append(standing or Place(reach))
    return tuple(found)


def _place(where: Whereabouts, site: str, region: str, country: str, record: Record) -> Place:
    if (town := where.town) is not None and region and town.region and folded(town.region) != folded(region):
        return Place("town", town.country, region, town.name, site=site)  # another town of this name, unknown to us
    if town is not None:
        return Place("town", town.country, town.region or region, town.name, town.latitude, town.longitude, site)
    for place in record.places:  # it stays as it is, the workplace beside it changed
        if where.text and town_text(place) == where.text:
            land = country if place.lat is None else place.country
            return replace(place, site=site, region=region or place.region, country=land)
        if not where.text and (place.precision, place.region, place.country) == ("region", region, country):
            return replace(place, site=site)
    precision = "town" if where.text else "region" if region else "country" if country and not site else "exact"
    return Place(precision, country=country, region=region, town=where.text, site=site)
