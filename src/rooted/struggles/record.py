"""What a record says before it is stored: plain values, whoever wrote or read them."""

from dataclasses import dataclass, field
from datetime import date

WHERE_LENGTH = 200


@dataclass(frozen=True)
class Place:
    """`country` is ISO 3166-1 alpha-2 or empty; `precision` one of codes.PLACE_PRECISIONS."""

    precision: str
    country: str = ""
    region: str = ""
    town: str = ""
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True)
class Code:
    scheme: str
    code: str
    literal: str = ""


@dataclass(frozen=True)
class Record:
    """One struggle. Estimates are people (or households), None where nobody knows."""

    title: str
    account: str
    started_on: date
    started_precision: str = "day"
    ended_on: date | None = None
    ended_precision: str = "day"
    seen_going_on: date | None = None
    language: str = "en"
    estimate_low: int | None = None
    estimate_high: int | None = None
    estimate_unit: str = "people"
    estimate_source: str = ""
    outcome: str = "unknown"
    codings: tuple[Code, ...] = ()
    employers: tuple[tuple[str, str], ...] = ()  # name, role
    places: tuple[Place, ...] = ()
    sources: tuple[tuple[str, str, str], ...] = ()  # address, words, kind
    external_id: str = ""
    notes: tuple[tuple[str, str], ...] = field(default=())  # what is unclear: code, detail

    @property
    def countries(self) -> str:
        """Country codes, each once, in the order of the places: "DE US"."""
        return " ".join(dict.fromkeys(place.country for place in self.places if place.country))

    @property
    def reach(self) -> str:
        """How far it went where no country says so: the widest of "world", "countries", "online"."""
        known = {place.precision for place in self.places}
        return next((reach for reach in ("world", "countries", "online") if reach in known), "")

    @property
    def where_text(self) -> str:
        """The towns (or regions, where no town is known), each once, as many as fit."""
        names = list(dict.fromkeys(place.town or place.region for place in self.places if place.town or place.region))
        while len(", ".join(names)) > WHERE_LENGTH:
            names.pop()
        return ", ".join(names)
