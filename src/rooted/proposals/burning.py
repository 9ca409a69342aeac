"""What burns with a proposal: the assembly it was put to, with its minutes, unless its opening left them out.

Also where the sitting or the call was erased before: its minutes stay to be found here (LeftMinutes).
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from rooted.assembly.burning import burn_minutes, let_minutes_burn
from rooted.notes.actions import erase_note
from rooted.notes.burning import let_burn
from rooted.notes.models import Note
from rooted.proposals.models import LeftMinutes, Proposal


def let_its_minutes_burn(pk: int, day: date | None = None) -> None:
    """The minutes burn on `day`, or on the day on which the proposal of this id does, once its vote was opened."""
    row = _with_minutes(pk)
    day = day or (row.burns_on if row else None)
    if row is None or day is None:
        return
    if row.assembly_id is not None:
        let_minutes_burn(row.assembly_id, day)
    for note in _left(row):
        let_burn(note.pk, day)


def burn_its_minutes(pk: int, today: date) -> None:
    """The proposal of this id burns now, and its minutes do; a second call does nothing."""
    row = _with_minutes(pk)
    if row is None:
        return
    if row.assembly_id is not None:
        let_minutes_burn(row.assembly_id, today)
        burn_minutes(row.assembly_id, today)
    for note in _left(row):
        erase_note(note)


def keep_hold_of(assembly: int, notes: Iterable[int]) -> None:
    """Sittings of this assembly are erased, their minutes stay: remember those of each vote that was opened."""
    votes = Proposal.objects.filter(assembly=assembly).exclude(opened_on=None).values_list("pk", flat=True)
    kept = [LeftMinutes(proposal_id=vote, note_id=note) for vote in votes for note in notes]
    LeftMinutes.objects.bulk_create(kept)


def _with_minutes(pk: int) -> Proposal | None:
    return Proposal.objects.filter(pk=pk, minutes_stay=False).exclude(opened_on=None).first()


def _left(row: Proposal) -> QuerySet[Note]:
    """Also those that an earlier vote of its series was opened with."""
    of_it = Q(left_by__proposal=row.pk)
    if row.series is not None:
        of_it |= Q(left_by__proposal__series=row.series)
    return Note.objects.filter(of_it).distinct()
