"""Minutes tell what was decided: of an assembly that decided something which burns, they burn with it.

Whole notes with all versions, and what was typed in from sheets and waits. Days only; nothing is opened.
"""

from datetime import date

from django.db import transaction
from django.db.models import Q

from rooted.assembly.models import Assembly, FilledSheet, Sitting
from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.notes.actions import erase_note
from rooted.notes.burning import let_burn
from rooted.notes.models import Note


@transaction.atomic
def let_minutes_burn(assembly: int, day: date) -> None:
    """The minutes of all sittings of the assembly of this id, also those to come, are erased on `day`.

    A day set before only comes earlier, never later.
    """
    _hold(assembly)
    later = Q(minutes_burn_on=None) | Q(minutes_burn_on__gt=day)
    Assembly.objects.filter(later, pk=assembly).update(minutes_burn_on=day)
    for note in Sitting.objects.filter(assembly=assembly, minutes__isnull=False).values_list("minutes", flat=True):
        let_burn(note, day)


@transaction.atomic
def burn_minutes(assembly: int, today: date) -> None:
    """Erase them now, where a day was set for them: their decision burns today. A second call does nothing."""
    _hold(assembly)
    if not Assembly.objects.filter(pk=assembly, minutes_burn_on__isnull=False).exists():
        return
    let_minutes_burn(assembly, today)
    for note in Note.objects.filter(minutes_of__assembly=assembly):
        erase_note(note)
    found = list(FilledSheet.objects.filter(sitting__assembly=assembly).values_list("item", flat=True))
    if found:
        erase(SealedItem.objects.filter(pk__in=found))
        transaction.on_commit(checkpoint)


def burn_due(today: date) -> None:
    """Erase the minutes and the sheets of every assembly whose day has come, one assembly at a time."""
    left = Q(sittings__minutes__isnull=False) | Q(sittings__filled__isnull=False)
    due = Assembly.objects.filter(left, minutes_burn_on__lte=today).distinct()
    for assembly in list(due.values_list("pk", flat=True)):
        burn_minutes(assembly, today)


def _hold(assembly: int) -> None:
    """Inside a transaction: its row, then those of its sittings, so that nobody begins minutes meanwhile."""
    Assembly.objects.select_for_update(no_key=True).filter(pk=assembly).first()
    list(Sitting.objects.select_for_update(no_key=True).filter(assembly=assembly))
