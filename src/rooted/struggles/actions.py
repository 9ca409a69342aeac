"""What can be done to the chronicle. Nothing becomes public before two different members said yes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base import search
from rooted.groups.access import same_seat
from rooted.groups.models import Group
from rooted.struggles.importing import Chunk, Import, open_import
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.record import Record
from rooted.struggles.storing import SEARCH_KIND, Origin, document, store_records


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
    published = drafts.update(
        first_seat=batch.first_seat, cleared_seat=seat, cleared_on=day, published_on=day, byline=batch.group.name
    )
    batch.refresh_from_db()
    make_findable(Struggle.objects.public().filter(batch=batch))
    return published


def draft_struggle(group: Group, *, seat: int, record: Record, today: date | None = None) -> Struggle:
    """Write down one struggle as a draft that only the group sees; `seat` is the first of the two who release it."""
    return store_records([record], Origin(group, today or timezone.localdate(), seat=seat))[0]


@transaction.atomic
def publish_struggle(struggle: Struggle, *, seat: int, today: date | None = None) -> None:
    """A second member releases one draft: it gets the group's name as byline and anyone can read it."""
    day = today or timezone.localdate()
    refuse_unless_second(struggle.first_seat, seat)
    drafts = Struggle.objects.filter(pk=struggle.pk, published_on=None, withdrawn_on=None)
    if not drafts.update(cleared_seat=seat, cleared_on=day, published_on=day, byline=struggle.group.name):
        raise ValidationError(_("This record is published already, or it was withdrawn."))
    struggle.refresh_from_db()
    make_findable(Struggle.objects.public().filter(pk=struggle.pk))


@transaction.atomic
def withdraw_struggle(struggle: Struggle, *, today: date | None = None) -> None:
    """Take a published record back in the open: its page stays and says since when it no longer stands."""
    standing = Struggle.objects.filter(pk=struggle.pk, published_on__isnull=False, withdrawn_on=None)
    if not standing.update(withdrawn_on=today or timezone.localdate()):
        raise ValidationError(_("This record is not published, or it was withdrawn already."))
    search.drop(SEARCH_KIND, struggle.pk)
    struggle.refresh_from_db()


@transaction.atomic
def hide_struggle(struggle: Struggle, *, today: date | None = None) -> None:
    """Take a record out of sight for whoever runs the server; a second call does nothing."""
    if Struggle.objects.filter(pk=struggle.pk, hidden_on=None).update(hidden_on=today or timezone.localdate()):
        search.drop(SEARCH_KIND, struggle.pk)
    struggle.refresh_from_db()


@transaction.atomic
def show_struggle(struggle: Struggle) -> None:
    """Let strangers see and find a hidden record again; a second call does nothing."""
    if Struggle.objects.filter(pk=struggle.pk).exclude(hidden_on=None).update(hidden_on=None):
        make_findable(Struggle.objects.public().filter(pk=struggle.pk))
    struggle.refresh_from_db()


def refuse_unless_second(first: int | None, second: int) -> None:
    """Two different members release: raises ValidationError unless `second` is another than `first`."""
    if first is None:
        raise ValidationError(_("Nobody has put this forward yet. Read it, then put it forward."))
    if same_seat(first, second):
        raise ValidationError(_("You put this forward yourself. Ask another member to read and publish it."))


def make_findable(struggles: "QuerySet[Struggle, Struggle]") -> None:
    """Let public records be found by words."""
    search.put_many(SEARCH_KIND, (document(struggle) for struggle in struggles.prefetch_related("employers")))


MOST_FOUND = 1_000  # a common word stands in every record: a stranger must not be able to ask for all of them


def found_by_words(words: str) -> list[UUID]:
    """Ids of the public records that have all of `words`, at most 1,000: those with them in the title, then newest."""
    return [UUID(key) for key in search.matching(SEARCH_KIND, words, limit=MOST_FOUND)]
