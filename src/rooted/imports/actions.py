"""What a group does with a list it brings in. Its records are unseen by the public until two members release them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.groups.models import Group
from rooted.imports.importing import Chunk, Import, open_import
from rooted.struggles.actions import make_public, refuse_unless_second
from rooted.struggles.models import ImportBatch, Struggle


def import_file(
    path: Path, *, group: Group, today: date | None = None, tell: Callable[[Chunk], None] = lambda chunk: None
) -> Import:
    """Bring the records of a Collective Action in Tech file in for `group`, unseen by the public.

    Each row is written once, however often this runs or is broken off; `tell` hears of every chunk written.
    Raises ValidationError, with nothing written, for a file that cannot be used.
    """
    work = open_import(path, group=group, today=today or timezone.localdate())
    for chunk in work.chunks():
        tell(chunk)
    return work


def put_forward(batch: ImportBatch, *, seat: int, today: date | None = None) -> None:
    """The first of two members has read the import and wants it published."""
    waiting = ImportBatch.objects.filter(pk=batch.pk, first_seat=None, finished_on__isnull=False)
    if not waiting.update(first_seat=seat, first_on=today or timezone.localdate()):
        batch.refresh_from_db()
        if batch.finished_on is None:
            raise ValidationError(_("This import is not finished. Import the same file again first."))
        raise ValidationError(_("Somebody has put this import forward already."))
    batch.refresh_from_db()


@transaction.atomic
def clear_batch(batch: ImportBatch, *, seat: int, today: date | None = None) -> int:
    """The second member publishes every record of the import at once; answers how many."""
    day = today or timezone.localdate()
    batch.refresh_from_db()
    refuse_unless_second(batch.first_seat, seat)
    claimed = ImportBatch.objects.filter(pk=batch.pk, cleared_on=None, first_seat=batch.first_seat)
    if not claimed.update(cleared_seat=seat, cleared_on=day):
        raise ValidationError(_("This import is published already."))
    drafts = Struggle.objects.filter(batch=batch, published_on=None, withdrawn_on=None)
    drafts.update(first_seat=batch.first_seat, cleared_seat=seat, cleared_on=day, publish_on=day)
    published = 0
    while some := make_public(Struggle.objects.filter(batch=batch), day):
        published += some
    batch.refresh_from_db()
    return published
