"""Brings a whole list into the chronicle, a few rows at a time, so that it can be stopped and taken up again.

Each chunk is one short transaction that holds its records, its part of the report and the count of rows done.
A process that is killed loses at most the chunk it was writing; the next run goes on after the last whole one.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rooted.groups.models import Group
from rooted.imports import cat, notes
from rooted.imports.cat_file import read_file
from rooted.imports.models import ImportNote
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.storing import Origin, store_records

CHUNK = 25  # rows in one transaction: about 20 ms on an ordinary disk
PAUSE = 0.02  # seconds in which others may write

ADDED, KNOWN, LEFT_OUT = "added", "known", "left-out"


@dataclass(frozen=True)
class RowResult:
    """What became of one row: `fate` is ADDED, KNOWN or LEFT_OUT; `notes` are (code, detail)."""

    number: int
    external_id: str
    fate: str
    notes: tuple[tuple[str, str], ...] = ()


@dataclass
class Chunk:
    """Some rows of the file with what became of them."""

    rows: list[cat.Row]
    results: list[RowResult] = field(default_factory=list)

    def count(self, fate: str) -> int:
        return sum(result.fate == fate for result in self.results)

    @property
    def unclear(self) -> int:
        return sum(any(code in notes.UNCLEAR for code, _detail in result.notes) for result in self.results)


@dataclass
class Import:
    """One run over one file: `batch` is None when the same file stands in the chronicle already."""

    batch: ImportBatch | None
    rows: list[cat.Row]
    started_at_row: int = 0

    def chunks(self) -> Iterator[Chunk]:
        """Write the rest of the rows, chunk by chunk; each is on disk when it is yielded."""
        if self.batch is None:
            yield Chunk(self.rows, [RowResult(row.number, row.external_id, KNOWN) for row in self.rows if row.record])
            return
        for start in range(self.started_at_row, len(self.rows), CHUNK):
            chunk = Chunk(self.rows[start : start + CHUNK])
            write_chunk(self.batch, chunk, done=start)
            yield chunk
            time.sleep(PAUSE)
        finish(self.batch)


def open_import(path: Path, *, group: Group, today: date) -> Import:
    """Read the whole file and claim its import; nothing is written when the file cannot be used."""
    digest, entries = read_file(path)
    rows = list(cat.read_rows(entries))
    if all(row.record is None for row in rows):
        code, detail = rows[0].left_out or ("not-a-row", "")
        raise ValidationError(
            _("No record in this file can be read. The first one says: %(reason)s")
            % {"reason": notes.say(code, detail)}
        )
    mine = ImportBatch.objects.filter(group=group, source_set=cat.SOURCE_SET)
    if mine.filter(digest=digest, finished_on__isnull=False).exists():
        return Import(None, rows)
    batch = take_up(mine.filter(finished_on=None).first(), digest) or start(group, digest, len(rows), today)
    return Import(batch, rows, started_at_row=batch.rows_done)


def take_up(batch: ImportBatch | None, digest: str) -> ImportBatch | None:
    """The import that was broken off; it must be finished with its own file before another one starts."""
    if batch and batch.digest != digest:
        raise ValidationError(_("An import of another file was broken off. Import that file again first."))
    return batch


def start(group: Group, digest: str, total: int, today: date) -> ImportBatch:
    try:
        with transaction.atomic():
            return ImportBatch.objects.create(
                group=group,
                source_set=cat.SOURCE_SET,
                set_name=cat.SET_NAME,
                licence=cat.LICENCE,
                cite=cat.CITE,
                digest=digest,
                imported_on=today,
                rows_total=total,
            )
    except IntegrityError as error:
        raise ValidationError(busy()) from error


def busy() -> str:
    """Why a second run of the same import stops."""
    return _("Somebody else is importing this list just now. Wait until that is done, then try again.")


def write_chunk(batch: ImportBatch, chunk: Chunk, *, done: int) -> None:
    """Write one chunk and its part of the report, or nothing; refuses when another run wrote it meanwhile."""
    try:
        with transaction.atomic():
            claimed = ImportBatch.objects.filter(pk=batch.pk, rows_done=done, finished_on=None)
            if not claimed.update(rows_done=done + len(chunk.rows)):
                raise ValidationError(busy())
            fill(batch, chunk)
            batch.refresh_from_db(fields=["rows_added", "rows_known", "rows_left_out", "rows_unclear"])
            ImportBatch.objects.filter(pk=batch.pk).update(
                rows_added=batch.rows_added + chunk.count(ADDED),
                rows_known=batch.rows_known + chunk.count(KNOWN),
                rows_left_out=batch.rows_left_out + chunk.count(LEFT_OUT),
                rows_unclear=batch.rows_unclear + chunk.unclear,
            )
    except IntegrityError as error:
        raise ValidationError(busy()) from error


def fill(batch: ImportBatch, chunk: Chunk) -> None:
    ids = [row.external_id for row in chunk.rows if row.record]
    known = set(
        Struggle.objects.filter(source_set=batch.source_set, external_id__in=ids).values_list("external_id", flat=True)
    )
    new = [row.record for row in chunk.rows if row.record and row.external_id not in known]
    store_records(new, Origin(batch.group, batch.imported_on, batch))
    chunk.results = [result_of(row, known) for row in chunk.rows]
    ImportNote.objects.bulk_create(
        ImportNote(batch=batch, row=result.number, external_id=result.external_id, code=code, detail=detail)
        for result in chunk.results
        for code, detail in result.notes
    )


def result_of(row: cat.Row, known: set[str]) -> RowResult:
    if row.record is None:
        return RowResult(row.number, row.external_id, LEFT_OUT, (row.left_out,) if row.left_out else ())
    if row.external_id in known:
        return RowResult(row.number, row.external_id, KNOWN)
    return RowResult(row.number, row.external_id, ADDED, row.record.notes)


def finish(batch: ImportBatch) -> None:
    """Close the import; one that brought nothing new leaves nothing behind to be cleared."""
    batch.refresh_from_db()
    if batch.rows_added == 0:
        batch.delete()
    else:
        ImportBatch.objects.filter(pk=batch.pk, finished_on=None).update(finished_on=batch.imported_on)
        batch.refresh_from_db()
