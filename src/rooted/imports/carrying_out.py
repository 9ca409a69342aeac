"""What the worker does with an import in pieces: publishing, taking back, erasing its file. Each piece is one short
transaction that writes down the next one, so a worker that dies loses nothing and does nothing twice."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from rooted.base.events import announce
from rooted.base.jobs import enqueue
from rooted.imports.actions import ERASE, PUBLISH, UNDO
from rooted.imports.following import follow_some, free_numbers, free_what_was_withdrawn, numbers_stand_again
from rooted.imports.models import FilePart, ImportFile, ImportNote
from rooted.struggles.actions import DELAY, make_public, part_struggle, withdraw_some
from rooted.struggles.conditions import may_run_still
from rooted.struggles.events import ListPublished
from rooted.struggles.models import ImportBatch, Struggle

AT_ONCE = 25  # records in one transaction
PARTS = 4  # of a file, 256 kB each
NOTES = 500


@transaction.atomic
def publish_some(batch: ImportBatch, *, after: str = "") -> int:
    """Publish the next records of a cleared import; answers how many. At the end its day is written down.

    First copies follow what is newer. What may still go on is published a week later, unless the two chose otherwise.
    """
    if batch.cleared_on is None or batch.published_on or batch.undo_on:
        return 0
    if followed := follow_some(batch):
        enqueue(PUBLISH, batch=batch.pk)
        return followed
    ids = next_ids(Struggle.objects.filter(batch=batch, cleared_on=None, withdrawn_on=None), after)
    rows = Struggle.objects.filter(pk__in=ids)
    may_run = rows.filter(may_run_still(batch.cleared_on))
    waits = [] if batch.running_at_once else list(may_run.values_list("pk", flat=True))
    rows.update(
        first_seat=batch.first_seat,
        cleared_seat=batch.cleared_seat,
        cleared_on=batch.cleared_on,
        publish_on=batch.cleared_on,
    )
    Struggle.objects.filter(pk__in=waits).update(publish_on=batch.cleared_on + DELAY)
    make_public(rows, batch.cleared_on)
    numbers_stand_again(rows)
    if ids:
        enqueue(PUBLISH, batch=batch.pk, after=str(ids[-1]))
    elif after:
        enqueue(PUBLISH, batch=batch.pk)  # once more from the beginning: none may be left
    else:
        ImportBatch.objects.filter(pk=batch.pk).update(published_on=batch.cleared_on)
        announce(ListPublished(batch.pk))
    return len(ids)


def next_ids(records: "QuerySet[Struggle, Struggle]", after: str) -> list[UUID]:
    """The next ids in their own order, so that no piece looks at those that are done."""
    later = records.filter(pk__gt=UUID(after)) if after else records
    return list(later.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def undo_some(batch: ImportBatch, today: date) -> bool:
    """Take the next records of an import back; True when all of it is."""
    if batch.undo_on is None or batch.undone_on:
        return True
    drafts = Struggle.objects.filter(batch=batch, published_on=None)
    public = Struggle.objects.filter(batch=batch, published_on__isnull=False).exclude(external_id="")
    if ids := next_ids(drafts, ""):
        part_from(ids)
        Struggle.objects.filter(pk__in=ids).delete()
    elif ids := next_ids(public, ""):
        withdraw(ids, batch, today)
    elif not erase_some(batch):
        end_undo(batch, today)
        return True
    enqueue(UNDO, batch=batch.pk)
    return False


def part_from(ids: list[UUID]) -> None:
    """Records of others that were merged into these stand for themselves again."""
    for merged in Struggle.objects.filter(merged_into__in=ids):
        part_struggle(merged)


def withdraw(ids: list[UUID], batch: ImportBatch, today: date) -> None:
    """Their pages stay and say that they no longer stand. Their numbers are free: the list can be brought in again."""
    part_from(ids)
    withdraw_some(Struggle.objects.filter(pk__in=ids), why=batch.undo_why, today=today)
    free_numbers(Struggle.objects.filter(pk__in=ids))


def erase_some(batch: ImportBatch) -> bool:
    """Erase the next pieces of the file and of the report; False when none is left."""
    if erase_parts(batch):
        return True
    some = list(ImportNote.objects.filter(batch=batch).values_list("pk", flat=True)[:NOTES])
    ImportNote.objects.filter(pk__in=some).delete()
    return bool(some)


def erase_parts(batch: ImportBatch) -> bool:
    parts = list(FilePart.objects.filter(file__batch=batch).values_list("pk", flat=True)[:PARTS])
    FilePart.objects.filter(pk__in=parts).delete()
    return bool(parts)


def end_undo(batch: ImportBatch, today: date) -> None:
    """Of an import that was public a line stays, with its day; of any other nothing."""
    free_what_was_withdrawn(batch)
    ImportFile.objects.filter(batch=batch).delete()
    if Struggle.objects.filter(batch=batch).exists():
        ImportBatch.objects.filter(pk=batch.pk).update(undone_on=today, finished_on=batch.finished_on or today)
    else:
        ImportBatch.objects.filter(pk=batch.pk).delete()


@transaction.atomic
def erase_file(batch: ImportBatch) -> None:
    """Erase the file of an import whose rows are all read."""
    if batch.finished_on and erase_parts(batch):
        enqueue(ERASE, batch=batch.pk)
    elif batch.finished_on:
        ImportFile.objects.filter(batch=batch).delete()
