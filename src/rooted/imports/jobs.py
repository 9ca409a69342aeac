"""What the worker does with imports, a piece at a time."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from rooted.base.jobs import enqueue, job
from rooted.imports import carrying_out
from rooted.imports.actions import ERASE, PUBLISH, READ, UNDO, forget_files
from rooted.imports.importing import Stopped, run
from rooted.struggles.models import ImportBatch

SLICE = 2.0  # seconds of reading, then the other jobs of the worker have their turn


@job(READ, outside=True)
def read_on(batch: str) -> None:
    """Read an import for two seconds, and come back at once while rows are left. Twice at a time, one of them stops."""
    row = ImportBatch.objects.filter(pk=batch, finished_on=None, paused_on=None, undo_on=None).first()
    if row is None:
        return
    try:
        done = run(row, seconds=SLICE)
    except Stopped:
        return
    with transaction.atomic():
        enqueue(ERASE if done else READ, batch=row.pk)


@job(PUBLISH)
def publish(batch: str, after: str = "") -> None:
    """Publish a few records of an import that two members released."""
    if row := ImportBatch.objects.filter(pk=batch).first():
        carrying_out.publish_some(row, after=after)


@job(UNDO)
def undo(batch: str, now: datetime) -> None:
    """Take a few records of an import back."""
    if row := ImportBatch.objects.filter(pk=batch).first():
        carrying_out.undo_some(row, timezone.localdate(now))


@job(ERASE)
def erase(batch: str) -> None:
    """Erase a piece of a file whose rows are all read."""
    if row := ImportBatch.objects.filter(pk=batch).first():
        carrying_out.erase_file(row)


@job("imports-forget", every=timedelta(days=1))
def forget(now: datetime) -> None:
    """Erase a file that nobody started within 30 days, and come back at once while there are more."""
    if forget_files(timezone.localdate(now)):
        enqueue("imports-forget")
