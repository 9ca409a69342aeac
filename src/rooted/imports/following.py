"""Copies follow their authors: a newer file of another server brings what they corrected, and says what they withdrew.

Reading a file changes nothing: what is newer is written down (models.Newer), and is done when two members publish the
import. A copy follows only the server it was taken from or its authors' own, only for the group that brought it in,
and only while that group did not change it itself. How many corrections there are says which version is newer.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from rooted.imports.joining import JOINS, Joined, followed_once, join, parted_there
from rooted.imports.models import Newer
from rooted.imports.rows import ReadRow
from rooted.mappings.making import Made
from rooted.struggles.actions import take_over_correction, withdraw_struggle
from rooted.struggles.exchange import Corrected
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.plain import from_plain, to_plain

FOLLOWS = ("corrected", "withdrawn-there", JOINS)  # notes of what will be done
AT_ONCE = 5  # records rewritten in one transaction
Key = tuple[str, str]
Note = tuple[str, str]


def key_of(row: ReadRow) -> Key:
    """By what a row is known here: its list and its number."""
    notice = row.made.notice
    return (notice.source_set, notice.number) if notice else (row.source_set, row.external_id)


def write_down_newer(batch: ImportBatch, rows: Iterable[ReadRow]) -> dict[int, Note]:
    """Keep what is newer than the copies here; the note of each row that is, by its number in the file."""
    parted = parted_there(batch, rows)
    found: dict[int, Note] = {row.number: ("parted-there", "") for row in rows if key_of(row) in parted}
    telling = [row for row in rows if row.made.notice or row.made.corrections or row.made.one_with]
    if not telling:
        return found
    copies, waiting = copies_of(telling), {}
    once = followed_once(copies.values()) if any(row.made.one_with for row in telling) else set()
    for row in telling:
        copy = copies.get(key_of(row))
        if copy is None or (note := what_follows(copy, row.made, batch, once)) is None:
            continue
        found[row.number] = note
        if note[0] in FOLLOWS:
            waiting[copy.pk] = newer_of(copy, row.made, batch)
    Newer.objects.bulk_create(waiting.values(), ignore_conflicts=True)
    return found


def copies_of(rows: list[ReadRow]) -> dict[Key, Any]:
    """The records here that these rows are newer versions of, with `here` and `there`: how often each was corrected."""
    keys = {key_of(row) for row in rows}
    sets, numbers = {key[0] for key in keys}, {key[1] for key in keys}
    found = Struggle.objects.filter(source_set__in=sets, external_id__in=numbers).exclude(external_id="")
    return {(row.source_set, row.external_id): row for row in counted(found)}


def counted(struggles: Any) -> Any:
    """With how many corrections were made here, and how many were taken over."""
    made_here = Q(corrections__origin="")
    return struggles.select_related("batch", "merged_into").annotate(
        here=Count("corrections", filter=made_here), there=Count("corrections", filter=~made_here)
    )


def what_follows(copy: Any, made: Made, batch: ImportBatch, once: set[Joined]) -> Note | None:
    """What is to be said of a row whose copy is here; None where it brings nothing newer that concerns us.

    `once`: what was joined before.
    """
    taken_from = {copy.source_set, copy.batch.source_set if copy.batch else ""}
    if copy.withdrawn_on or batch.source_set not in taken_from:
        return None
    joins = made.one_with is not None and is_to_be_joined(copy, made.one_with, once)
    if made.notice is None and len(made.corrections) <= copy.there:
        return (("joined-stays" if copy.here or copy.group_id != batch.group_id else JOINS), "") if joins else None
    if copy.group_id != batch.group_id:
        return "of-another-group", ""
    if made.notice:
        return "withdrawn-changed-here" if copy.here else "withdrawn-there", made.notice.day.isoformat()
    return "changed-here" if copy.here else JOINS if joins else "corrected", ""


def is_to_be_joined(copy: Any, one_with: Key, once: set[Joined]) -> bool:
    """Whether its authors joined it, and that was never followed here."""
    known = copy.merged_into
    there = known is not None and (
        (known.source_set, known.external_id) == one_with or str(known.public_id) in one_with
    )
    return not there and (copy.pk, *one_with) not in once


def newer_of(copy: Any, made: Made, batch: ImportBatch) -> Newer:
    """What is kept of a newer version: what it says, where that is newer, and which record it was joined with."""
    says_more = made.notice is not None or len(made.corrections) > copy.there
    which, number = made.one_with or ("", "")
    content = json.dumps(content_of(made)) if says_more else ""
    return Newer(batch=batch, struggle=copy, content=content, join_set=which, join_number=number)


def content_of(made: Made) -> dict[str, Any]:
    """What it says, as it is kept."""
    if made.notice:
        return {"withdrawn_on": made.notice.day.isoformat(), "why": made.notice.why}
    corrections = [{"made_on": one.made_on.isoformat(), "words": one.words, "origin": one.origin}
                   for one in made.corrections]  # fmt: skip
    return {"record": to_plain(made.record), "corrections": corrections}


def follow_some(batch: ImportBatch) -> int:
    """Do the next few of what is newer in a cleared import; answers how many there were."""
    waiting = list(Newer.objects.filter(batch=batch, done_on=None).order_by("pk")[:AT_ONCE])
    for one in waiting:
        follow(one, batch)
    Newer.objects.filter(pk__in=[one.pk for one in waiting]).update(done_on=batch.cleared_on)
    return len(waiting)


def follow(newer: Newer, batch: ImportBatch) -> None:
    """Correct, withdraw or join one copy, unless it was withdrawn or changed here meanwhile."""
    copy = counted(Struggle.objects.filter(pk=newer.struggle_id)).get()
    if copy.withdrawn_on or copy.here:
        return
    if newer.content:
        say_it_anew(copy, json.loads(newer.content), batch)
    if newer.join_number:
        join(copy, newer, batch)


def say_it_anew(copy: Any, said: dict[str, Any], batch: ImportBatch) -> None:
    """Correct or withdraw one copy, unless it is as new already."""
    if "record" in said and len(said["corrections"]) <= copy.there:
        return
    assert batch.first_seat is not None
    assert batch.cleared_seat is not None
    if "record" not in said:
        there_on = date.fromisoformat(said["withdrawn_on"])
        withdraw_struggle(copy, why=said["why"], there_on=there_on, today=batch.cleared_on)
        return
    corrections = [Corrected(date.fromisoformat(one["made_on"]), one["words"], one["origin"])
                   for one in said["corrections"]]  # fmt: skip
    seats = {"first": batch.first_seat, "second": batch.cleared_seat}
    take_over_correction(copy, from_plain(said["record"]), corrections, **seats, today=batch.cleared_on)


def free_what_was_withdrawn(batch: ImportBatch) -> None:
    """The import is taken back: what it withdrew stays so, and can be brought in again under its number."""
    gone = Newer.objects.filter(batch=batch, struggle__withdrawn_there_on__isnull=False, done_on__isnull=False)
    free_numbers(Struggle.objects.filter(pk__in=gone.values("struggle")))


def free_numbers(withdrawn: "QuerySet[Struggle, Struggle]") -> None:
    """Their list can be brought in again. What travels of them still says their number, so that copies follow."""
    withdrawn.exclude(external_id="").update(freed_number=F("external_id"), external_id="")


def numbers_stand_again(published: "QuerySet[Struggle, Struggle]") -> None:
    """Numbers that are published again, or will be on their day, are no longer those of what was taken back: copies
    elsewhere may stay."""
    keys = set(published.exclude(external_id="").values_list("source_set", "external_id"))
    sets, numbers = {key[0] for key in keys}, {key[1] for key in keys}
    freed = Struggle.objects.filter(source_set__in=sets, freed_number__in=numbers).exclude(freed_number="")
    found = freed.values_list("pk", "source_set", "freed_number")
    again = [pk for pk, which, number in found if (which, number) in keys]
    Struggle.objects.filter(pk__in=again).update(freed_number="")
