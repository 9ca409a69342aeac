"""One published record as it travels to another server, and what comes from there.

    {"id": "<public id>", "byline": "Docks", "published_on": "2026-11-12", "record": {"format": "rooted-struggle/1", …},
     "list": {"set": "cat", "name": "Collective Action in Tech", "licence": "…", "cite": "…", "number": "314"}}

Corrections travel along: how many there are says which of two files has the newer version of a record. A withdrawn
record travels as its id, its list and number, the day and the reason, so that copies elsewhere can follow. A record
that is one with another says so by "merged_into", the other's id, and "merged_into_list", its list and number there.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from rooted.records import questions
from rooted.records.record import Record
from rooted.struggles.models import Correction, Struggle
from rooted.struggles.plain import MOST, UNKEEPABLE, Unreadable, from_plain, to_plain
from rooted.struggles.reading import record_of
from rooted.struggles.vocabulary import folded

FORMAT = "rooted-chronicle/1"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST_SET, LONGEST_NUMBER, LONGEST_ORIGIN, LONGEST_WORDS = 40, 80, 200, 500


@dataclass(frozen=True)
class Corrected:
    """What was changed, when, and by whom."""

    made_on: date
    words: str
    origin: str


@dataclass(frozen=True)
class Incoming:
    """A record from elsewhere: `source_set` and `record.external_id` say which one it is, wherever it is met.

    `one_with`: the list and number of the record its authors joined it with.
    """

    record: Record
    source_set: str
    corrections: tuple[Corrected, ...] = ()
    one_with: tuple[str, str] | None = None


@dataclass(frozen=True)
class Notice:
    """A record was withdrawn by its authors: which one, on which day, and why."""

    source_set: str
    number: str
    day: date
    why: str


def server_name() -> str:
    """This server as others know it: the host of its address, "" where it has none."""
    return urlsplit(settings.ADDRESS).hostname or ""


def entry_of(struggle: Struggle) -> dict[str, Any]:
    """What travels of one published record; reads every row of it (reading.whole), `batch` and `corrections`."""
    entry: dict[str, Any] = {"id": str(struggle.public_id), "byline": struggle.byline}
    for name in ("published_on", "corrected_on", "withdrawn_on"):
        if day := getattr(struggle, name):
            entry[name] = day.isoformat()
    if (batch := struggle.batch) and (known := list_of(struggle)):
        entry["list"] = {"set": known["set"], "name": batch.set_name, "licence": batch.licence}
        entry["list"] |= {"cite": batch.cite, "number": known["number"]}
    if struggle.withdrawn_on:
        return entry | {"why": struggle.withdrawn_why}
    entry["record"] = to_plain(replace(record_of(struggle), external_id="", origin=origin_of(struggle)))
    if corrections := [_corrected(one, struggle) for one in struggle.corrections.all()]:
        entry["corrections"] = corrections
    return entry


def list_of(struggle: Struggle) -> dict[str, str]:
    """The list it was brought in with and its number there; empty where it was written here."""
    number = struggle.external_id or struggle.freed_number
    return {"set": struggle.source_set, "number": number} if struggle.batch_id and number else {}


def _corrected(one: Correction, struggle: Struggle) -> dict[str, str]:
    """Says who corrected it where that was not who published it first."""
    said = {"made_on": one.made_on.isoformat(), "words": one.words}
    ours = _publisher(struggle)
    origin = one.origin or ("" if ours == origin_of(struggle) else ours)
    return said | ({"origin": origin} if origin else {})


def origin_of(struggle: Struggle) -> str:
    """Who published it first: what it says itself, else the list it was brought in with, its byline and this server.

    "Collective Action in Tech (Tan, Nedzhvetskaya; CC0), Docks, rooted.example.org"; the licence where there is room.
    """
    if struggle.origin or not (batch := struggle.batch):
        return struggle.origin or _publisher(struggle)
    for said in ((batch.cite, batch.licence), (batch.cite,)):
        gathered = "; ".join(part for part in said if part)
        text = f"{batch.set_name} ({gathered})" if gathered else batch.set_name
        if len(text := f"{text}, {_publisher(struggle)}") <= LONGEST_ORIGIN:
            break
    return text[:LONGEST_ORIGIN]


def _publisher(struggle: Struggle) -> str:
    return ", ".join(part for part in (struggle.byline, server_name()) if part)[:LONGEST_ORIGIN]


def read_entry(entry: Any, *, server: str) -> Incoming | Notice:
    """What another server's entry brings. Raises Unreadable with the path of what is wrong."""
    if not isinstance(entry, dict) or not UUID.fullmatch(str(entry.get("id"))):
        raise Unreadable("id")
    which, number = _which(entry.get("list") or {"set": server, "number": entry["id"]})
    if "withdrawn_on" in entry:
        return Notice(which, number, _day(entry, "withdrawn_on"), _text(entry, "why", LONGEST_WORDS))
    record = checked(from_plain(entry.get("record")))
    told = entry.get("corrections", [])
    if not isinstance(told, list) or len(told) > MOST:
        raise Unreadable("corrections")
    corrections = tuple(_read_corrected(one, record.origin) for one in told)
    return Incoming(replace(record, external_id=number), which, corrections, _joined(entry, server))


def checked(record: Record) -> Record:
    """A record that somebody else wrote, held to what is asked of our own; raises Unreadable.

    Weak points of what may go on are kept back, whatever the other server thinks of them. No code or answer is twice.
    """
    if len({answer.question for answer in record.answers}) < len(record.answers):
        raise Unreadable("answers")
    for at, one in enumerate(record.points):
        known = one.code in questions.SEEDS[one.kind] if one.code else bool(folded(one.words)) or not one.words
        if not known:
            raise Unreadable(f"points/{at}/{'code' if one.code else 'words'}")
    weak = questions.WEAK if record.may_run(timezone.localdate()) else None
    points = [replace(one, withheld=one.withheld or one.kind == weak) for one in record.points]
    return replace(record, points=tuple(points), codings=tuple(dict.fromkeys(record.codings)))


def _joined(entry: dict[str, Any], server: str) -> tuple[str, str] | None:
    if "merged_into" not in entry:
        return None
    if not UUID.fullmatch(str(entry["merged_into"])):
        raise Unreadable("merged_into")
    return _which(entry.get("merged_into_list") or {"set": server, "number": entry["merged_into"]})


def _which(known: Any) -> tuple[str, str]:
    """The list a record belongs to, and its number there."""
    if not isinstance(known, dict):
        raise Unreadable("list")
    which, number = known.get("set"), known.get("number")
    if not isinstance(which, str) or not isinstance(number, str) or not which or not number:
        raise Unreadable("list/number")
    if len(which) > LONGEST_SET or len(number) > LONGEST_NUMBER or UNKEEPABLE.search(which + number):
        raise Unreadable("list/number")
    return which, number


def _read_corrected(value: Any, origin: str) -> Corrected:
    if not isinstance(value, dict):
        raise Unreadable("corrections")
    words = _text(value, "words", LONGEST_WORDS)
    return Corrected(_day(value, "made_on"), words, _text(value, "origin", LONGEST_ORIGIN) or origin)


def _day(value: dict[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(value.get(name, ""))
    except (TypeError, ValueError) as error:
        raise Unreadable(name) from error


def _text(value: dict[str, Any], name: str, longest: int) -> str:
    text = value.get(name, "")
    if not isinstance(text, str) or len(text) > longest or UNKEEPABLE.search(text):
        raise Unreadable(name)
    return text
