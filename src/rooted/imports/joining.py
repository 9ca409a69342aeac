"""What authors elsewhere joined with another record is joined here, too, when two members publish the import.

A record leads to the one that stands, never to one that leads on; so no circle comes about, whatever a file says, and
in whatever order: what leads to a record that is joined later goes along. Joined once, a copy that members part stays
parted. A record whose other one is not here is left out if it is new: its authors do not list it either.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F

from rooted.imports.models import ImportNote, Newer
from rooted.imports.rows import ReadRow
from rooted.mappings.making import OURS
from rooted.struggles import exchange
from rooted.struggles.actions import merge_struggles, part_struggle
from rooted.struggles.models import ImportBatch, Struggle

JOINS = "joined-there"  # the note of what will be joined
Joined = tuple[UUID, str, str]  # a copy, and list and number of the record it was joined with


def followed_once(copies: Iterable[Any]) -> set[Joined]:
    """What was joined by an earlier import, and may have been parted since."""
    done = Newer.objects.filter(struggle__in=[copy.pk for copy in copies], done_on__isnull=False)
    return set(done.exclude(join_number="").values_list("struggle", "join_set", "join_number"))


def parted_there(batch: ImportBatch, rows: Iterable[ReadRow]) -> set[tuple[str, str]]:
    """List and number of copies that an import joined here, and that their authors let stand alone again."""
    if not batch.source_set.startswith(OURS):
        return set()
    keys = {(row.source_set, row.external_id) for row in rows if row.made.record and not row.made.one_with}
    sets, numbers = {key[0] for key in keys}, {key[1] for key in keys}
    merged = Struggle.objects.filter(source_set__in=sets, external_id__in=numbers, merged_into__isnull=False)
    followed = Newer.objects.filter(struggle__in=merged, done_on__isnull=False).exclude(join_number="")
    return keys & set(followed.values_list("struggle__source_set", "struggle__external_id"))


def write_down_joins(batch: ImportBatch, new: Iterable[tuple[Struggle, ReadRow]]) -> None:
    """Of records that came in just now: which one their authors joined them with."""
    Newer.objects.bulk_create(
        Newer(batch=batch, struggle=struggle, join_set=row.made.one_with[0], join_number=row.made.one_with[1])
        for struggle, row in new
        if row.made.one_with
    )


def known_as(which: str, number: str, batch: ImportBatch) -> Struggle | None:
    """The record of that list and number, or our own under its address: the one that stands for it, if one does.

    It is public, or will be with this import.
    """
    found = Struggle.objects.filter(source_set=which, external_id=number).exclude(external_id="")
    if exchange.UUID.fullmatch(number):
        found = found | Struggle.objects.filter(public_id=number)
    record = found.select_related("merged_into").first()
    stands = record and (record.merged_into or record)
    if stands is None or stands.withdrawn_on or stands.hidden_on:
        return None
    return stands if stands.published_on or stands.batch_id == batch.pk else None


def join(copy: Struggle, newer: Newer, batch: ImportBatch) -> None:
    """Join one copy with the record its authors joined it with, unless it is one with a record already."""
    stands = known_as(newer.join_set, newer.join_number, batch)
    if copy.merged_into_id is not None or (stands and stands.pk == copy.pk):
        return
    if stands is not None:
        merge_struggles(copy, into=stands, today=batch.cleared_on)
    elif copy.batch_id == batch.pk and copy.published_on is None:
        leave_out(copy, batch)


def leave_out(copy: Struggle, batch: ImportBatch) -> None:
    """A draft whose other record is not here: it goes, and the report says so."""
    for follower in Struggle.objects.filter(merged_into=copy.pk):
        part_struggle(follower)
    ImportNote.objects.filter(batch=batch, external_id=copy.external_id, code=JOINS).update(code="merged")
    rows = ImportBatch.objects.filter(pk=batch.pk)
    rows.update(rows_added=F("rows_added") - 1, rows_left_out=F("rows_left_out") + 1)
    copy.delete()
