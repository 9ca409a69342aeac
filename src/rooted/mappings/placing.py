"""The places of a row: from one cell or from several columns, with coordinates where each place has its own."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from rooted.base.fold import line
from rooted.mappings.cells import kept, says_nothing, several, whole
from rooted.mappings.countries import country_of
from rooted.mappings.gazetteer import read_place
from rooted.mappings.reading_row import LeftOut, Reading
from rooted.mappings.states import STATE_OF_NAME, STATES, TERRITORIES
from rooted.records.record import Place

NAME, SITE = 120, 200  # characters
DEGREE = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
EXACT = 3  # decimals from which coordinates mean a house and not a town
IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*$")  # "Brest (Finistère)"
MOST = 100
SAYING_WHERE = ("place", "town", "region", "country", "site", "point", "lat")
Point = tuple[float, float] | None


def read_places(reading: Reading) -> tuple[Place, ...]:
    """Every place of the row, those of single cells first; its country alone where no more is known."""
    places = list(in_cells(reading))
    if not places or any(reading.texts(name) for name in ("town", "region", "site")):
        places += in_columns(reading)
    points = list(read_points(reading))
    if len(places) > MOST or len(points) > MOST:
        raise LeftOut("too-much", reading.column_of("place") or reading.column_of("town"))
    unnamed = [] if places else [alone(point, reading) for point in points if point]
    places = unnamed or with_points(places, points, reading)
    if reading.yes("online") and all(place.precision != "online" for place in places):
        places.append(Place("online"))
    if not places:
        if any(name in reading.rules.by_field for name in SAYING_WHERE):
            reading.note("no-place")
        places = [Place("country", reading.country)] if reading.country else []
    return tuple(dict.fromkeys(places))


# ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def in_cells(reading: Reading) -> Iterator[Place]:
    readers = {"us": in_the_states, "hyphens": in_hyphens}
    for rule, texts in reading.by_rule("place"):
        for text in texts:
            place = readers.get(rule.how, with_commas)(text, reading)
            if place:
                yield place


def in_hyphens(text: str, reading: Reading) -> Place:
    place, notes = read_place(text)
    reading.notes.extend(notes)
    return place


def in_the_states(text: str, reading: Reading) -> Place | None:
    """ "Cleveland, OH"."""
    city, _comma, state = text.rpartition(",")
    town = tidy(city.strip(" ,"))
    code = state.strip().upper()
    if code in TERRITORIES:
        return Place("town" if town else "country", TERRITORIES[code], "", town)
    code = STATE_OF_NAME.get(code.lower(), code)
    if code in STATES:
        return Place("town" if town else "region", "US", STATES[code], town)
    if not (name := text.strip(" ,")):
        return None
    reading.note("state-not-known", text)
    return Place("town", "US", "", tidy(name))


def with_commas(text: str, reading: Reading) -> Place:
    """ "Leeds, England, United Kingdom", read from the right; the row's own country where none is written."""
    text = IN_BRACKETS.sub(r", \1", text)
    parts = [part.strip() for part in re.split(r"[,،、]", text) if part.strip()] or [text]
    reach = {"worldwide": "world", "world": "world", "global": "world", "online": "online"}.get(line(text))
    if reach:
        return Place(reach)
    country = country_of(parts[-1])
    if country:
        parts = parts[:-1]
    elif not reading.country:
        reading.note("country-not-said", text)
    names = [tidy(part) for part in parts]
    town, region = (names[0], ", ".join(names[1:])) if names else ("", "")
    return Place("town" if town else "country", country or reading.country, region[:NAME], town)


def tidy(name: str) -> str:
    """Capitals throughout become a name: "SAINT PAUL" -> "Saint Paul"."""
    name = " ".join(name.split())
    return (name.title() if name.isupper() and len(name) > 3 else name)[:NAME]


# ── columns ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def in_columns(reading: Reading) -> Iterator[Place]:
    """Town, region, country and workplace from columns of their own; one country holds for several towns."""
    parts = {name: reading.texts(name) for name in ("town", "region", "country", "site")}
    most = max(len(texts) for texts in parts.values())
    if any(len(texts) not in (0, 1, most) for texts in parts.values()):
        reading.note("places-differ", ", ".join(str(len(texts)) for texts in parts.values() if texts))
    for at in range(most):
        one = {name: texts[at if len(texts) == most else 0] if texts else "" for name, texts in parts.items()}
        if at and most > 1 and one["country"] and len(parts["country"]) not in (1, most):
            one["country"] = ""
        yield of_columns(one, reading)


def of_columns(one: dict[str, str], reading: Reading) -> Place:
    country, region = country_of(one["country"]), tidy(one["region"])
    if one["country"] and not country:
        reading.note("country-not-known", one["country"])
        region = region or tidy(one["country"])
    country = country or reading.country
    if country == "US":
        region = STATES.get(one["region"].strip().upper(), region)
    town, site = tidy(one["town"]), one["site"][:SITE]
    precision = "exact" if site else "town" if town else "region" if region else "country"
    return Place(precision, country, region, town, site=site)


# ── coordinates ─────────────────────────────────────────────────────────────────────────────────────────────────────


def read_points(reading: Reading) -> Iterator[Point]:
    """The coordinates as latitude and longitude in degrees; None for what is not on the globe."""
    for rule, value in reading.raw("point"):
        for one in points_of(value, rule.split):
            found = degrees(one)
            if rule.how == "lon-lat":
                found = found[::-1]
            yield on_the_globe(found, one, reading)
    for lat, lon in zip_longest(in_order("lat", reading), in_order("lon", reading), fillvalue=""):
        if lat or lon:
            yield on_the_globe([*degrees(lat), *degrees(lon)], f"{lat}, {lon}", reading)


def in_order(field: str, reading: Reading) -> list[str]:
    """The values of a field, the empty ones too; two columns of one file stand beside each other so."""
    texts = (kept(one) for rule, value in reading.raw(field) for one in whole(value, rule.split))
    return ["" if says_nothing(text) else text for text in texts]


def points_of(value: Any, split: str) -> list[Any]:
    """The single points of a cell: a list of pairs, one pair, or text."""
    if isinstance(value, list) and value and not isinstance(value[0], list | tuple | str):
        return [value]
    if not isinstance(value, list) and not several(value):
        return []
    return whole(value, split if split != "," else "")


def degrees(value: Any) -> list[float]:
    if isinstance(value, list | tuple):
        numbers = [part for part in value if isinstance(part, int | float) and not isinstance(part, bool)]
        return [float(part) for part in numbers] if len(numbers) == len(value) else []
    text = kept(value)
    found = re.findall(r"[-+]?\d+(?:\.\d+)?", text) if "." in text else DEGREE.findall(text)
    return [float(part.replace(",", ".")) for part in found]


def on_the_globe(found: list[float], written: Any, reading: Reading) -> Point:
    if len(found) == 2 and -90 <= found[0] <= 90 and -180 <= found[1] <= 180:
        return found[0], found[1]
    reading.note("coordinates-wrong", str(written))
    return None


def with_points(places: list[Place], points: list[Point], reading: Reading) -> list[Place]:
    """Coordinates are kept only where each place has its own, and where the place is as fine as they are."""
    if places and points and len(points) != len(places):
        reading.note("coordinates-differ", f"{len(places)}, {len(points)}")
        return places
    pairs = zip(places, points or [None] * len(places), strict=False)
    return [located(place, point, reading) for place, point in pairs]


def located(place: Place, point: Point, reading: Reading) -> Place:
    if point is None:
        return place
    if place.precision not in ("exact", "town", "region"):
        reading.note("coordinates-coarse", place.region or place.country or place.precision)
        return place
    return Place(place.precision, place.country, place.region, place.town, *point, site=place.site)


def alone(point: tuple[float, float], reading: Reading) -> Place:
    """Coordinates without a name."""
    fine = all(len(str(part).partition(".")[2]) >= EXACT for part in point)
    return Place("exact" if fine else "town", reading.country, lat=point[0], lon=point[1])
