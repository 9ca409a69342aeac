"""Reads the list of Collective Action in Tech (JSON). Pure: no database, nothing is guessed, nothing dropped silently.

Cite: J. S. Tan, Nataliya Nedzhvetskaya, Collective Action in Tech. Its "workers" is a lower bound
("hundreds" is 100), so it becomes the low end of an estimate whose high end is not known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rooted.imports.gazetteer import read_place
from rooted.imports.titles import as_written, title_from
from rooted.struggles.record import Code, Employer, Place, Record, Source

SOURCE_SET = "cat"
SET_NAME = "Collective Action in Tech"
LICENCE = "Unlicense (public domain)"
CITE = "Tan, Nedzhvetskaya"

LONGEST_ACCOUNT = 20_000
UNUSUAL_NUMBER = 200_000
LARGEST_NUMBER = 2_000_000_000
NEEDED = ("id", "date", "actions", "description")
LISTS = ("sources", "actions", "struggles", "employment_types", "locations", "companies", "tags", "author", "addresses")
KNOWN = {*NEEDED, *LISTS, "online", "workers", "latlngs"}
MOST_IN_A_LIST = 100

FORMS = {
    "strike": "strike", "protest": "protest", "open letter": "open-letter", "legal action": "legal-action",
    "union drive": "union-drive", "union representation": "union-representation", "union contract": "union-contract",
    "resources": "resources", "resignation": "resignation", "boycott": "boycott", "lockout": "lockout",
    "occupation": "occupation", "sit-in": "sit-in", "blockade": "blockade", "picket": "picket",
}  # fmt: skip
DEMANDS = {
    "pay and benefits": "pay-and-benefits", "working conditions": "working-conditions",
    "discrimination": "discrimination", "unfair labor practices": "unfair-labor-practices",
    "job security": "job-security", "ethics": "ethics",
}  # fmt: skip
CONTRACTS = {
    "white collar workers": "white-collar", "blue collar workers": "blue-collar", "inhouse workers": "inhouse",
    "contract workers": "contract", "gig workers": "gig", "interns": "interns",
}  # fmt: skip
NOTHING = {"na", "n/a", ""}
UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


class LeftOut(Exception):
    """A row that cannot be kept: (code, detail) of notes.LEFT_OUT."""


@dataclass
class Row:
    """One entry of the file: its place in it (from 1), and either a record or the reason why there is none."""

    number: int
    external_id: str = ""
    record: Record | None = None
    left_out: tuple[str, str] | None = None


@dataclass
class Reading:
    """A row while it is read: the values, and what was unclear so far."""

    values: dict[str, Any]
    notes: list[tuple[str, str]] = field(default_factory=list)

    def note(self, code: str, detail: str = "") -> None:
        self.notes.append((code, detail))

    def words(self, column: str) -> list[str]:
        """The texts of a list column, empty ones left out, each once."""
        value = self.values.get(column)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise LeftOut("wrong-kind", column)
        if len(value) > MOST_IN_A_LIST:
            raise LeftOut("too-much", column)
        return list(dict.fromkeys(item.strip() for item in value if item.strip()))


def read_rows(entries: list[Any]) -> Iterator[Row]:
    """Every entry as a Row, in the file's order; none is skipped."""
    seen: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        row = Row(number)
        try:
            row.external_id = read_number(entry)
            if row.external_id in seen:
                raise LeftOut("repeated", row.external_id)
            row.record = read_record(entry, row.external_id)
            seen.add(row.external_id)
        except LeftOut as reason:
            row.left_out = reason.args[0], (reason.args[1] if len(reason.args) > 1 else "")[:200]
        yield row


def read_number(entry: Any) -> str:
    """The record's number in the source, as text."""
    if not isinstance(entry, dict):
        raise LeftOut("not-a-row")
    value = entry.get("id")
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise LeftOut("no-number")
    if not 1 <= len(text := UNKEEPABLE.sub("�", str(value).strip())) <= 80:
        raise LeftOut("no-number")
    return text


def read_record(entry: dict[str, Any], external_id: str) -> Record:
    """The record of one entry; raises LeftOut with the reason where none can be made."""
    if missing := [column for column in NEEDED if column not in entry]:
        raise LeftOut("column-missing", ", ".join(missing))
    reading = clean(entry)
    started_on, precision = read_date(reading)
    account = read_account(reading)
    codings = [
        *read_codes(reading, "actions", "form", FORMS),
        *read_codes(reading, "struggles", "demand", DEMANDS),
        *read_codes(reading, "employment_types", "contract", CONTRACTS),
        *read_tags(reading),
    ]
    record = Record(
        title=title_from(account),
        account=account,
        started_on=started_on,
        started_precision=precision,
        estimate_low=read_workers(reading),
        codings=tuple(dict.fromkeys(codings)),
        employers=tuple(Employer(as_written(name, account)[:120]) for name in reading.words("companies")),
        places=tuple(read_places(reading)),
        sources=tuple(read_sources(reading)),
        external_id=external_id,
    )
    return replace(record, notes=tuple((code, detail[:200]) for code, detail in reading.notes))


def clean(entry: dict[str, Any]) -> Reading:
    """The entry without NUL and half characters, which no database keeps; a note where there were some."""
    replaced = 0

    def tidy(value: Any) -> Any:
        nonlocal replaced
        if isinstance(value, str):
            text, count = UNKEEPABLE.subn("�", value)
            replaced += count
            return text
        return [tidy(item) for item in value] if isinstance(value, list) else value

    reading = Reading({column: tidy(value) for column, value in entry.items() if column in KNOWN})
    if replaced:
        reading.note("signs-replaced")
    if unknown := sorted(UNKEEPABLE.sub("�", column) for column in entry if column not in KNOWN):
        reading.note("not-read", ", ".join(unknown))
    return reading


def read_date(reading: Reading) -> tuple[date, str]:
    """First day and its precision; a first of the month may stand for the month or the year alone."""
    text = reading.values["date"]
    found = re.fullmatch(r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})", text.strip()) if isinstance(text, str) else None
    try:
        day = date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        day = None
    if day is None:
        raise LeftOut("no-date", str(text)[:80])
    if day.day == 1:
        reading.note("first-of-month", day.isoformat())
        return day, "unclear"
    return day, "day"


def read_account(reading: Reading) -> str:
    text = reading.values["description"]
    if text is not None and not isinstance(text, str):
        raise LeftOut("wrong-kind", "description")
    account = (text or "").strip()
    if not account:
        raise LeftOut("no-account")
    if len(account) > LONGEST_ACCOUNT:
        raise LeftOut("too-long")
    return account


def read_codes(reading: Reading, column: str, scheme: str, codes: dict[str, str]) -> Iterator[Code]:
    for word in reading.words(column):
        plain = word.lower().replace("_", " ")
        if plain in NOTHING:
            continue
        if plain in codes or plain == "other":
            yield Code(scheme, codes.get(plain, "other"))
        else:
            reading.note("other-code", word)
            yield Code(scheme, "other", word[:80])


def read_tags(reading: Reading) -> Iterator[Code]:
    for word in reading.words("tags"):
        plain = word.replace("_", " ")
        if plain not in NOTHING:
            yield Code("tag", "tag", plain[:80])


def read_workers(reading: Reading) -> int | None:
    """The least number of people, or None where it is not known."""
    value = reading.values.get("workers")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST_NUMBER:
        reading.note("number-wrong", str(value)[:80] if not isinstance(value, int) else "…")
        return None
    if value == 0:
        reading.note("number-zero")
        return None
    if value > UNUSUAL_NUMBER:
        reading.note("number-large", str(value))
    return value


def read_places(reading: Reading) -> Iterator[Place]:
    """The places; a coordinate is kept only where each place has its own and is as fine as a town or region."""
    names, points = reading.words("locations"), reading.values.get("latlngs") or []
    if not isinstance(points, list):
        raise LeftOut("wrong-kind", "latlngs")
    if points and len(points) != len(names):
        reading.note("coordinates-differ", f"{len(names)}, {len(points)}")
        points = []
    online = reading.values.get("online") is True
    for number, name in enumerate(names):
        place, unclear = read_place(name)
        reading.notes.extend(unclear)
        online = online and place.precision != "online"
        yield located(place, points[number], name, reading) if points else place
    if online:
        yield Place("online")
    elif not names:
        reading.note("no-place")


def located(place: Place, point: Any, name: str, reading: Reading) -> Place:
    """The place with its coordinates, where they are on the globe and mean this place."""
    if place.precision not in ("town", "region"):
        reading.note("coordinates-coarse", name)
        return place
    fits = isinstance(point, list) and len(point) == 2
    if not fits or not all(isinstance(part, int | float) and not isinstance(part, bool) for part in point):
        reading.note("coordinates-wrong", str(point)[:80])
        return place
    lat, lon = point
    if not (-90 <= lat <= 90 and -180 <= lon <= 180):
        reading.note("coordinates-wrong", str(point)[:80])
        return place
    return Place(place.precision, place.country, place.region, place.town, float(lat), float(lon))


def read_sources(reading: Reading) -> Iterator[Source]:
    given = reading.values.get("sources")
    texts = list(dict.fromkeys(part for text in reading.words("sources") for part in apart(text)))
    if isinstance(given, list) and any(isinstance(item, str) and not item.strip() for item in given):
        reading.note("source-empty")
    if not texts:
        reading.note("no-source")
    for text in texts:
        if re.match(r"https?://[^\s<>\"]+$", text) and len(text) <= 1000:
            yield Source(text)
        else:
            reading.note("source-no-address", text)
            yield Source(text=text[:500], kind="other")


def apart(text: str) -> list[str]:
    """Several addresses written into one cell, one by one; any other text stays whole."""
    parts = text.split()
    return parts if all(re.match(r"https?://", part) for part in parts) else [text]
