"""What a group does with a list it brings in. Its records are unseen by the public until two members release them."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.jobs import enqueue
from rooted.base.models import Job
from rooted.groups.models import Group
from rooted.imports.again import as_before, kept_for
from rooted.imports.keeping import Packed, open_kept
from rooted.imports.models import LONGEST_LOOK, FilePart, ImportFile
from rooted.imports.sharing import keep_once
from rooted.mappings import guessing
from rooted.mappings.dates import unsure_of
from rooted.mappings.fields import FIELDS, ORDERS
from rooted.mappings.making import Maker
from rooted.mappings.shape import Mapping, to_plain
from rooted.mappings.shipped import shipped_for
from rooted.mappings.ways import cells
from rooted.struggles.actions import refuse_unless_second
from rooted.struggles.models import ImportBatch
from rooted.tables.looking import Look, look
from rooted.tables.table import Unusable

WAITS = timedelta(days=30)  # how long a file waits for somebody to start it
READ, PUBLISH, UNDO, ERASE = "imports-read", "imports-publish", "imports-undo", "imports-erase"


# ── a file ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def packed(pieces: Iterable[bytes]) -> Packed:
    """A file that comes in pieces, packed. Raises ValidationError as soon as it is too large."""
    taken = Packed()
    try:
        for piece in pieces:
            taken.take(piece)
    except Unusable as unusable:
        raise ValidationError(unusable.sentence) from unusable
    return taken.end()


def take_file(
    taken: Packed, *, name: str, group: Group, mapping: Mapping | None = None, today: date | None = None
) -> ImportFile:
    """Look a file through and keep it until it is read; its mapping is `mapping`, a known list's, or a guess.

    Raises ValidationError, with nothing kept, for a file that cannot be used.
    """
    try:
        found = look(taken.file, encoding=mapping.encoding if mapping else "")
    except Unusable as unusable:
        raise ValidationError(unusable.sentence) from unusable
    name = "".join(sign for sign in name if sign.isprintable()).strip()[:80] or "?"
    digest, called = taken.digest.hexdigest(), name.rsplit(".", 1)[0]
    plan = mapping or shipped_for(found)
    plan = plan or as_before(kept_for(found, group, called) or guessing.guess(found, called), digest, group)
    looked = json.dumps(found.to_plain())
    if len(looked) > LONGEST_LOOK:
        raise ValidationError(Unusable("cell", 1).sentence)
    with transaction.atomic():
        file = ImportFile.objects.create(
            group=group,
            name=name,
            size=taken.size,
            digest=digest,
            came_on=today or timezone.localdate(),
            looked=looked,
            mapping=json.dumps(to_plain(plan)),
        )
        FilePart.objects.bulk_create(
            [FilePart(file=file, order=order, packed=part) for order, part in enumerate(taken.parts)]
        )
    return file


def change_mapping(file: ImportFile, mapping: Mapping) -> None:
    """Read a waiting file another way. Other letters or another delimiter look it through again."""
    seen: dict[str, Any] = {}
    if (mapping.encoding, mapping.delimiter) != (file.plan.encoding, file.plan.delimiter):
        seen["looked"] = json.dumps(look_again(file, mapping).to_plain())
    waiting = ImportFile.objects.filter(pk=file.pk, batch=None)
    if not waiting.update(mapping=json.dumps(to_plain(mapping)), **seen):
        raise ValidationError(_("This list is being read already. Look at the import."))
    file.refresh_from_db()
    file.__dict__.pop("look", None)


def look_again(file: ImportFile, mapping: Mapping) -> Look:
    try:
        return look(lambda: open_kept(file), encoding=mapping.encoding, delimiter=mapping.delimiter)
    except Unusable as unusable:
        raise ValidationError(unusable.sentence) from unusable


@transaction.atomic
def discard_file(file: ImportFile) -> None:
    """Erase a file of which nothing was read; a second call does nothing."""
    FilePart.objects.filter(file=file, file__batch=None).delete()
    ImportFile.objects.filter(pk=file.pk, batch=None).delete()


def forget_files(today: date) -> int:
    """Erase files that nobody started within 30 days; answers how many, at most one, for it may be large."""
    old = ImportFile.objects.filter(batch=None, came_on__lt=today - WAITS).first()
    if old is None:
        return 0
    discard_file(old)
    return 1


# ── reading it ──────────────────────────────────────────────────────────────────────────────────────────────────────


def missing(plan: Mapping, look: Look) -> list[str]:
    """What a mapping lacks for a file, as sentences: what a record needs, and what readers would look for in vain."""
    if Maker(plan).ours:
        return []
    fixed = dict(plan.fixed)
    filled = {rule.field for rule in plan.rules if rule.column in look.layout.columns} | set(fixed)
    said = []
    if "started" not in filled:
        said.append(_("No column is the first day yet. Choose one: a record needs a date."))
    if "country" not in filled and not names_countries(plan, look):
        said.append(_("Nothing says the country. Choose a column, or one country for every row."))
    if "form" not in filled:
        said.append(_("Nothing says what they did. Choose a column, or one form for every row."))
    dates = (rule.column for rule in plan.rules if FIELDS[rule.field].kind == "date")
    if written := unsure_of(text for column in dates for text in cells(look, column)):
        said.append(
            _("Nothing says whether the day or the month comes first in %(date)s. It is read as: %(order)s.")
            % {"date": written, "order": dict(ORDERS)[plan.order]}
        )
    return said


def names_countries(plan: Mapping, look: Look) -> bool:
    """Whether the places of some row say their country: "Leeds, United Kingdom"."""
    maker = Maker(plan)
    records = (maker.make(values, "?").record for values in look.samples)
    return any(record.countries for record in records if record)


def start_import(file: ImportFile, *, today: date | None = None, at_once: bool = True) -> ImportBatch:
    """Begin to read a file into the chronicle; `at_once` lets the worker do it, else the caller runs it.

    Raises ValidationError when no row can be read, or when this list is being read already.
    """
    plan = file.plan
    if plan.column_of("started") not in file.look.layout.columns and not Maker(plan).ours:
        raise ValidationError(_("No column is the first day yet. Choose one: a record needs a date."))
    try:
        with transaction.atomic():
            batch = ImportBatch.objects.create(
                group=file.group,
                source_set=plan.code,
                set_name=plan.name,
                licence=plan.licence,
                cite=plan.cite,
                digest=file.digest,
                imported_on=today or timezone.localdate(),
                rows_total=file.look.rows,
            )
            if not ImportFile.objects.filter(pk=file.pk, batch=None).update(batch=batch):
                raise ValidationError(_("This list is being read already. Look at the import."))
            keep_once(file.group, plan, today=today)
            if at_once:
                enqueue(READ, batch=batch.pk)
    except IntegrityError as error:
        raise ValidationError(
            _("An import of this list is not finished. Let it end, or take it back, and try again.")
        ) from error
    file.refresh_from_db()
    return batch


@transaction.atomic
def pause_import(batch: ImportBatch, *, today: date | None = None) -> None:
    """Stop reading after the rows that are being written; a second call does nothing."""
    at_work = ImportBatch.objects.filter(pk=batch.pk, finished_on=None, paused_on=None, undo_on=None)
    at_work.update(paused_on=today or timezone.localdate())
    batch.refresh_from_db()


@transaction.atomic
def resume_import(batch: ImportBatch, *, at_once: bool = True) -> None:
    """Read on where it stopped; a second call does nothing. `at_once` lets the worker do it."""
    ImportBatch.objects.filter(pk=batch.pk, finished_on=None, undo_on=None).update(paused_on=None)
    batch.refresh_from_db()
    if at_once and batch.finished_on is None and batch.undo_on is None:
        go_on(READ, batch)


def go_on(job: str, batch: ImportBatch) -> None:
    """Let the worker do it, unless that is written down already."""
    if not Job.objects.filter(name=job, failed_on=None, payload__contains=str(batch.pk)).exists():
        enqueue(job, batch=batch.pk)


# ── releasing it ────────────────────────────────────────────────────────────────────────────────────────────────────


def put_forward(batch: ImportBatch, *, seat: int, running_at_once: bool = False, today: date | None = None) -> None:
    """The first of two members has read the import and wants it published; `running_at_once`: also what may go on."""
    waiting = ImportBatch.objects.filter(pk=batch.pk, first_seat=None, finished_on__isnull=False, undo_on=None)
    said = {"first_seat": seat, "first_on": today or timezone.localdate(), "running_at_once": running_at_once}
    if not waiting.update(**said):
        batch.refresh_from_db()
        refuse_if_taken_back(batch)
        if batch.finished_on is None:
            raise ValidationError(_("This import is not finished. Wait until all rows are read."))
        raise ValidationError(_("Somebody has put this import forward already."))
    batch.refresh_from_db()


@transaction.atomic
def clear_batch(batch: ImportBatch, *, seat: int, today: date | None = None) -> None:
    """The second member publishes every record of the import; the worker does it, a few at a time."""
    batch.refresh_from_db()
    refuse_if_taken_back(batch)
    refuse_unless_second(batch.first_seat, seat)
    claimed = ImportBatch.objects.filter(pk=batch.pk, cleared_on=None, first_seat=batch.first_seat, undo_on=None)
    if not claimed.update(cleared_seat=seat, cleared_on=today or timezone.localdate()):
        raise ValidationError(_("This import is published already."))
    enqueue(PUBLISH, batch=batch.pk)
    batch.refresh_from_db()


def refuse_if_taken_back(batch: ImportBatch) -> None:
    if batch.undo_on is not None:
        raise ValidationError(_("This import is being taken back."))


@transaction.atomic
def undo_import(batch: ImportBatch, *, why: str = "", today: date | None = None) -> None:
    """Take the whole import back; the worker does it, a few records at a time. A second call does nothing.

    What is not published is erased. What is published is withdrawn in the open: its page says since when, and why.
    """
    day = today or timezone.localdate()
    asked = ImportBatch.objects.filter(pk=batch.pk, undo_on=None)
    if asked.update(undo_on=day, undo_why=" ".join(why.split())[:500], paused_on=None):
        enqueue(UNDO, batch=batch.pk)
    batch.refresh_from_db()
