"""A note that burns: erased with all its versions on a day that was set for it, whoever wrote on in it meanwhile."""

import time
from datetime import date

from django.db.models import Q

from rooted.notes.actions import erase_note
from rooted.notes.models import Note

PAUSE_SECONDS = 0.02


def let_burn(note: int, day: date) -> None:
    """The note of this id is erased on `day`; a day set before only comes earlier, never later."""
    later = Q(burns_on=None) | Q(burns_on__gt=day)
    Note.objects.filter(later, pk=note).update(burns_on=day)


def burn_due(today: date) -> int:
    """Erase every note whose day has come, one at a time; returns how many. Opens nothing, so it needs nobody."""
    due = list(Note.objects.filter(burns_on__lte=today))
    for note in due:
        erase_note(note)
        time.sleep(PAUSE_SECONDS)  # let the pages write in between
    return len(due)
