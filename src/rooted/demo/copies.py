"""Records of another server, and a newer file that waits: one was corrected there, one withdrawn. All invented."""

import json
from datetime import date, datetime
from typing import Any
from uuid import UUID

from rooted.demo.struggles import INVENTED
from rooted.groups.models import Seat
from rooted.imports.actions import clear_batch, packed, put_forward, start_import, take_file
from rooted.imports.carrying_out import publish_some
from rooted.imports.importing import run
from rooted.records.record import Code, Point, Record, Source
from rooted.struggles.exchange import FORMAT
from rooted.struggles.models import ImportBatch
from rooted.struggles.plain import to_plain

SERVER = "quay.example"
BYLINE = "Quay of Brackwater (invented)"
CRANES, LOCKERS, PACKERS = (str(UUID(int=0x5EED << 96 | number)) for number in (1, 2, 3))


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """The depot published the first file; Cem has read the second and wants it published."""
    cem, dara = seats["depot"]["Cem"], seats["depot"]["Dara"]
    today = now.date()
    lockers = _record("Lockers are opened by those they belong to")
    first = _brought(cem, [_entry(CRANES, _cranes(60)), _entry(LOCKERS, lockers)])
    put_forward(first, seat=cem.pk, today=today)
    clear_batch(first, seat=dara.pk, today=today)
    while publish_some(first):
        pass
    corrected = _entry(CRANES, _cranes(45)) | {
        "corrections": [{"made_on": today.isoformat(), "words": "45 were out, not 60: the day shift had left already."}]
    }
    gone = {"id": LOCKERS, "byline": BYLINE, "published_on": "2025-05-02", "withdrawn_on": today.isoformat()}
    waits = _brought(cem, [corrected, gone | {"why": "It told who had the key."}, _entry(PACKERS, _packers(today))])
    put_forward(waits, seat=cem.pk, today=today)


def _brought(seat: Seat, entries: list[dict[str, Any]]) -> ImportBatch:
    content = json.dumps({"format": FORMAT, "server": SERVER, "struggles": entries})
    batch = start_import(take_file(packed([content.encode()]), name="chronicle.json", group=seat.group), at_once=False)
    run(batch)
    batch.refresh_from_db()
    return batch


def _entry(number: str, record: Record) -> dict[str, Any]:
    return {"id": number, "byline": BYLINE, "published_on": "2025-05-02", "record": to_plain(record)}


def _record(title: str, **values: Any) -> Record:
    usual: dict[str, Any] = {
        "started_on": date(2025, 4, 24),
        "ended_on": date(2025, 4, 24),
        "account": INVENTED,
        "outcome": "won",
        "origin": f"{BYLINE}, {SERVER}",
        "codings": (Code("form", "refusal"),),
        "sources": (Source(text="Told by two who took part", kind="spoken"),),
    }
    return Record(title, **usual | values)


def _cranes(number: int) -> Record:
    return _record("Crane drivers do not lift in the storm", estimate_low=number, estimate_high=number)


def _packers(today: date) -> Record:
    """One that goes on: it will be read a week later, and its weak point is left out."""
    weak = Point("weak", "The night shift is not with them", evidence=INVENTED)
    return _record("Packers sit down at the belt", started_on=today, ended_on=None, outcome="goes-on", points=(weak,))
