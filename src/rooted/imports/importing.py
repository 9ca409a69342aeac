"""Brings a list into the chronicle, a few rows at a time, so that it can be paused, broken off and taken up again.

Each chunk is one short transaction that holds its records, its part of the report and the count of rows done.
A process that is killed loses at most the chunk it was writing; the next run goes on after the last whole one.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from rooted.imports import notes
from rooted.imports.following import FOLLOWS, Key, Note, key_of, write_down_newer
from rooted.imports.joining import JOINS, write_down_joins
from rooted.imports.models import ImportFile, ImportNote
from rooted.imports.room import give_room_back, make_room
from rooted.imports.rows import ReadRow, leave_off, rows_left
from rooted.struggles.actions import take_over_corrections
from rooted.struggles.exchange import UUID
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.storing import Origin, store_records

FEWEST, MOST = 15, 100  # rows in one transaction
LONGEST = 0.04  # seconds that one should take
PAUSE = 0.02  # seconds in which others may write

ADDED, KNOWN, LEFT_OUT = "added", "known", "left-out"


class Stopped(Exception):
    """The import was paused or taken back meanwhile, or another run is doing it."""


@dataclass(frozen=True)
class RowResult:
    """What became of one row: `fate` is ADDED, KNOWN or LEFT_OUT; `notes` are (code, detail)."""

    number: int
    external_id: str
    fate: str
    notes: tuple[tuple[str, str], ...] = ()

    @property
    def unclear(self) -> bool:
        return any(code in notes.UNCLEAR for code, _detail in self.notes)


@dataclass
class Chunk:
    """Some rows of the file with what became of them."""

    rows: list[ReadRow]
    results: list[RowResult] = field(default_factory=list)

    def count(self, fate: str) -> int:
        return sum(result.fate == fate for result in self.results)

    @property
    def unclear(self) -> int:
        return sum(result.unclear for result in self.results)

    @property
    def newer(self) -> int:
        known = [result for result in self.results if result.fate == KNOWN]
        return sum(code in FOLLOWS for result in known for code, _detail in result.notes)


def run(
    batch: ImportBatch, *, seconds: float | None = None, tell: Callable[[Chunk], None] = lambda chunk: None
) -> bool:
    """Read on where it stopped, for so many seconds or to the end; True when all rows are read.

    Raises Stopped when it was paused or taken back, or when another run is at it.
    """
    make_room()
    whole = True
    try:
        whole = read_on(batch, seconds, tell)
    finally:
        if whole:
            give_room_back()
    return whole


def read_on(batch: ImportBatch, seconds: float | None, tell: Callable[[Chunk], None]) -> bool:
    file = ImportFile.objects.get(batch=batch)
    until = time.monotonic() + seconds if seconds is not None else None
    size, chunk = 20, Chunk([])
    rows = rows_left(file, batch.rows_done)
    for row in rows:
        chunk.rows.append(row)
        if len(chunk.rows) < size:
            continue
        size = paced(size, write_chunk(batch, chunk))
        tell(chunk)
        if until is not None and time.monotonic() > until:
            leave_off(file, batch.rows_done, rows)
            return False
        time.sleep(PAUSE)
        chunk = Chunk([])
    if chunk.rows:
        write_chunk(batch, chunk)
        tell(chunk)
    finish(batch)
    return True


def paced(size: int, took: float) -> int:
    """How many rows the next chunk has, after one of `size` took so many seconds."""
    if took > LONGEST:
        return max(FEWEST, int(size * LONGEST / took))
    return min(MOST, size + 5) if took < LONGEST / 2 else size


def write_chunk(batch: ImportBatch, chunk: Chunk) -> float:
    """Write one chunk and its part of the report, or nothing; seconds it took. Raises Stopped."""
    began, done = time.monotonic(), batch.rows_done
    at_work = ImportBatch.objects.filter(pk=batch.pk, finished_on=None, paused_on=None, undo_on=None)
    try:
        with transaction.atomic():
            if not at_work.filter(rows_done=done).update(rows_done=done + len(chunk.rows)):
                raise Stopped
            fill(batch, chunk)
            ImportBatch.objects.filter(pk=batch.pk).update(
                rows_added=F("rows_added") + chunk.count(ADDED),
                rows_known=F("rows_known") + chunk.count(KNOWN),
                rows_left_out=F("rows_left_out") + chunk.count(LEFT_OUT),
                rows_unclear=F("rows_unclear") + chunk.unclear,
                rows_newer=F("rows_newer") + chunk.newer,
            )
    except IntegrityError as error:
        raise Stopped from error
    batch.rows_done = done + len(chunk.rows)
    return time.monotonic() - began


def fill(batch: ImportBatch, chunk: Chunk) -> None:
    known = known_rows(chunk.rows)
    newer = write_down_newer(batch, chunk.rows)
    new: list[ReadRow] = []
    for row in chunk.rows:
        key = row.source_set, row.external_id
        chunk.results.append(result_of(row, known, newer.get(row.number)))
        if row.made.record and key not in known:
            known[key] = (row.made.record.title, row.made.record.started_on)
            new.append(row)
    for source_set, some in groupby(sorted(new, key=lambda row: row.source_set), key=lambda row: row.source_set):
        origin = Origin(batch.group, batch.imported_on, batch, source_set=source_set)
        brought = list(some)
        stored = store_records([row.made.record for row in brought if row.made.record], origin)
        take_over_corrections(zip(stored, (row.made.corrections for row in brought), strict=True))
        write_down_joins(batch, zip(stored, brought, strict=True))
    ImportNote.objects.bulk_create(
        ImportNote(batch=batch, row=result.number, external_id=result.external_id, code=code, detail=detail)
        for result in chunk.results
        for code, detail in result.notes
    )


def known_rows(some: list[ReadRow]) -> dict[Key, tuple[str, object]]:
    """Which of the rows stand in the chronicle, and their titles and days. Our own records come back under their
    addresses, whatever list another server counts them to."""
    ids = {row.external_id for row in some if row.made.record}
    if not ids:
        return {}
    sets = {row.source_set for row in some}
    found = Struggle.objects.filter(source_set__in=sets, external_id__in=ids)
    known: dict[Key, tuple[str, object]] = {
        (which, number): (title, day)
        for which, number, title, day in found.values_list("source_set", "external_id", "title", "started_on")
    }
    ours = [row.external_id for row in some if row.made.source_set and UUID.fullmatch(row.external_id)]
    here = Struggle.objects.filter(public_id__in=ours) if ours else Struggle.objects.none()
    for public, title, day in here.values_list("public_id", "title", "started_on"):
        known |= {(which, str(public)): (title, day) for which in sets}
    return known


def result_of(row: ReadRow, known: dict[Key, tuple[str, object]], newer: Note | None = None) -> RowResult:
    record = row.made.record
    if newer is not None:
        return RowResult(row.number, key_of(row)[1], KNOWN, (newer,))
    if record is None:
        return RowResult(row.number, row.external_id, LEFT_OUT, (row.made.left_out,) if row.made.left_out else ())
    stands = known.get((row.source_set, row.external_id))
    if stands is None:
        joins = ((JOINS, ""),) if row.made.one_with else ()
        return RowResult(row.number, row.external_id, ADDED, (*record.notes, *joins))
    differs = (("differs", row.external_id),) if stands != (record.title, record.started_on) else ()
    return RowResult(row.number, row.external_id, KNOWN, differs)


def finish(batch: ImportBatch) -> None:
    """All rows are read. Raises Stopped when it was paused or taken back at the last moment."""
    open_still = ImportBatch.objects.filter(pk=batch.pk, finished_on=None, paused_on=None, undo_on=None)
    if not open_still.update(finished_on=timezone.localdate()):
        raise Stopped
    batch.refresh_from_db()
