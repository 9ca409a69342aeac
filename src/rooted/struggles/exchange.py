"""One published record as it travels to another server, and what becomes of it there.

    {"id": "<public id>", "byline": "Docks", "published_on": "2026-11-12", "record": {"format": "rooted-struggle/1", …},
     "list": {"set": "cat", "name": "Collective Action in Tech", "licence": "…", "cite": "…", "number": "314"}}

A withdrawn record travels as its id, the day and the reason, so that copies elsewhere can follow.
"""

import re
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from rooted.struggles.models import Struggle
from rooted.struggles.plain import Unreadable, from_plain, to_plain
from rooted.struggles.reading import record_of
from rooted.struggles.record import Record

FORMAT = "rooted-chronicle/1"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST_SET, LONGEST_NUMBER, LONGEST_ORIGIN = 40, 80, 200


@dataclass(frozen=True)
class Incoming:
    """A record from elsewhere: `source_set` and `record.external_id` say which one it is, wherever it is met."""

    record: Record
    source_set: str


def server_name() -> str:
    """This server as others know it: the host of its address, "" where it has none."""
    return urlsplit(settings.ADDRESS).hostname or ""


def entry_of(struggle: Struggle) -> dict[str, Any]:
    """What travels of one published record; reads every row of it (reading.whole), `batch` and `corrections`."""
    entry: dict[str, Any] = {"id": str(struggle.public_id), "byline": struggle.byline}
    for name in ("published_on", "corrected_on", "withdrawn_on"):
        if day := getattr(struggle, name):
            entry[name] = day.isoformat()
    if struggle.withdrawn_on:
        return entry | {"why": struggle.withdrawn_why}
    entry["record"] = to_plain(replace(record_of(struggle), external_id="", origin=origin_of(struggle)))
    if corrections := [{"made_on": one.made_on.isoformat(), "words": one.words} for one in struggle.corrections.all()]:
        entry["corrections"] = corrections
    if struggle.batch and struggle.external_id:
        batch = struggle.batch
        entry["list"] = {"set": struggle.source_set, "name": batch.set_name, "licence": batch.licence}
        entry["list"] |= {"cite": batch.cite, "number": struggle.external_id}
    return entry


def origin_of(struggle: Struggle) -> str:
    """Who published it first: what it says itself, else its byline and this server."""
    first = ", ".join(part for part in (struggle.byline, server_name()) if part)
    return (struggle.origin or first)[:LONGEST_ORIGIN]


def read_entry(entry: Any, *, server: str) -> Incoming:
    """What another server's entry brings. Raises Unreadable with the path of what is wrong; withdrawn ones too."""
    if not isinstance(entry, dict) or not UUID.fullmatch(str(entry.get("id"))):
        raise Unreadable("id")
    if "withdrawn_on" in entry:
        raise Unreadable("withdrawn_on")
    record = from_plain(entry.get("record"))
    known = entry.get("list") or {"set": server, "number": entry["id"]}
    if not isinstance(known, dict):
        raise Unreadable("list")
    which, number = known.get("set"), known.get("number")
    if not isinstance(which, str) or not isinstance(number, str) or not which or not number:
        raise Unreadable("list/number")
    if len(which) > LONGEST_SET or len(number) > LONGEST_NUMBER or "\x00" in which + number:
        raise Unreadable("list/number")
    return Incoming(replace(record, external_id=number), which)
