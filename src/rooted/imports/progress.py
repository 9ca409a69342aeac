"""How far an import is, for pages and the notice board."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rooted.struggles.models import ImportBatch
from rooted.struggles.telling import grouped

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
    if batch.rows_added == 0:
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
    return [(words, grouped(number)) for words, number in sums]
