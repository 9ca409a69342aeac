"""How far an import is, for pages and the notice board."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max
from django.utils.translation import gettext as _

from rooted.base.templatetags.parts import grouped
from rooted.struggles.actions import DELAY
from rooted.struggles.conditions import may_run_still
from rooted.struggles.models import ImportBatch

READING, PAUSED, EMPTY, READY, FORWARD = "reading", "paused", "empty", "ready", "forward"
PUBLISHING, PUBLISHED, UNDOING, UNDONE = "publishing", "published", "undoing", "undone"
AT_WORK = {READING, PUBLISHING, UNDOING}


def state_of(batch: ImportBatch) -> str:
    """One word for where it stands."""
    if batch.undo_on:
        return UNDONE if batch.undone_on else UNDOING
    if batch.finished_on is None:
        return PAUSED if batch.paused_on else READING
    if batch.cleared_on:
        return PUBLISHED if batch.published_on else PUBLISHING
    if batch.rows_added == batch.rows_newer == 0:
        return EMPTY
    return FORWARD if batch.first_seat is not None else READY


@dataclass(frozen=True)
class Progress:
    """`done` of `total` rows or records of what is being done now; `published` records are public or were."""

    state: str
    done: int
    total: int
    published: int

    @property
    def done_words(self) -> str:
        return grouped(self.done)

    @property
    def total_words(self) -> str:
        return grouped(self.total)

    @property
    def at_work(self) -> bool:
        return self.state in AT_WORK


def progress_of(batch: ImportBatch) -> Progress:
    """Counts records only while they are being published or taken back."""
    state = state_of(batch)
    published = batch.rows_added if batch.published_on else 0
    if batch.cleared_on and not batch.published_on:
        published = batch.struggles.filter(published_on__isnull=False).count()
    if state == PUBLISHING:
        return Progress(state, published, batch.rows_added, published)
    if state == UNDOING:
        left = batch.struggles.exclude(external_id="").count()
        return Progress(state, max(batch.rows_added - left, 0), batch.rows_added, published)
    return Progress(state, batch.rows_done, batch.rows_total, published)


def sums_of(batch: ImportBatch) -> list[tuple[str, str]]:
    """What became of the rows, as words and numbers."""
    sums = [
        (_("Rows in the file"), batch.rows_total),
        (_("Added"), batch.rows_added),
        (_("Already there"), batch.rows_known),
        (_("Left out"), batch.rows_left_out),
        (_("Unclear"), batch.rows_unclear),
    ]
    if batch.rows_newer:
        sums.insert(3, (_("Changed by their authors"), batch.rows_newer))
    return [(words, grouped(number)) for words, number in sums]


@dataclass(frozen=True)
class Waiting:
    """How many records may still go on, and from which day they are read."""

    number: int
    day: date


def waiting(batch: ImportBatch, today: date) -> Waiting | None:
    """What is not published with the rest, because it may still go on; None where there is nothing of it."""
    if batch.undo_on or batch.finished_on is None:
        return None
    if batch.cleared_on:
        later = batch.struggles.filter(published_on=None, withdrawn_on=None, publish_on__isnull=False)
        found = later.aggregate(number=Count("pk"), day=Max("publish_on"))
        return Waiting(**found) if found["number"] else None
    number = batch.struggles.filter(may_run_still(today)).count()
    return Waiting(number, today if batch.running_at_once else today + DELAY) if number else None
