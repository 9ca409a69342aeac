"""Columns of Collective Action in Tech (Tan, Nedzhvetskaya): lists stand in cells as Python writes them."""

from collections.abc import Iterator
from typing import Any

from rooted.exports.columns.cells import Context, number, sources, told
from rooted.places.countries import country_name
from rooted.records.record import Place, Record

COLUMNS = [
    "id", "date", "sources", "actions", "struggles", "employment_types", "description", "online", "locations",
    "companies", "workers", "tags", "author", "latlngs", "addresses",
]  # fmt: skip


def rows(record: Record, context: Context) -> Iterator[dict[str, Any]]:
    """One row for each record. `workers` is a lower bound there, so the lower end of the estimate stands here."""
    yield {name: repr(value) if isinstance(value, list) else value for name, value in _values(record, context).items()}


def _values(record: Record, context: Context) -> dict[str, Any]:
    return {
        "id": context.id,
        "date": record.started_on,
        "sources": sources(record, context),
        "actions": _codes(record, "form"),
        "struggles": _codes(record, "demand"),
        "employment_types": _codes(record, "contract"),
        "description": told(record) or record.title,
        "online": True if record.reach == "online" else None,
        "locations": [_place(place) for place in record.places],
        "companies": [one.name for one in record.employers],
        "workers": number(record.estimate_low, record.estimate_high),
        "tags": [code.literal for code in record.codings if code.scheme == "tag"],
        "author": [],
        "latlngs": [(place.lat, place.lon) for place in record.places if place.lat is not None],
        "addresses": [place.site for place in record.places if place.site],
    }


def _codes(record: Record, scheme: str) -> list[str]:
    return [code.literal or code.code.replace("-", " ") for code in record.codings if code.scheme == scheme]


def _place(place: Place) -> str:
    """ "town-region-country" in small letters, as the list writes places."""
    if not place.country:
        return (place.town or place.region or {"world": "worldwide"}.get(place.precision, place.precision)).lower()
    country = {"US": "usa", "GB": "uk"}.get(place.country, country_name(place.country, "en"))
    return "-".join(part.lower() for part in (place.town, place.region, country) if part)
