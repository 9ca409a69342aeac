"""Minutes tell what was decided: of an assembly that decided something which burns, they burn with it.

Whole notes with all versions, and what was typed in from sheets and waits; once the assembly is over, all of it: call
and agenda name who called, proposed and led. Days only; nothing is opened.
"""

from datetime import date

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from rooted.assembly.calling import erase_assembly
from rooted.assembly.models import Assembly, FilledSheet, Sitting
from rooted.assembly.running import LISTS_KEPT
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
    """Erase them now, where a day was set for them: their decision burns today. A second call does nothing.

    With the whole assembly, if it is over; else `burn_due` comes back for it.
    """
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
    for over in Assembly.objects.filter(_over(today), pk=assembly):
        erase_assembly(over)


def burn_due(today: date) -> None:
    """Erase what burns of every assembly whose day has come, one assembly at a time."""
    left = Q(sittings__minutes__isnull=False) | Q(sittings__filled__isnull=False)
    due = Assembly.objects.filter(left | _over(today), minutes_burn_on__lte=today).distinct()
    for assembly in list(due.values_list("pk", flat=True)):
        burn_minutes(assembly, today)


def _over(today: date) -> Q:
    """It has ended, or nobody said so and its last sitting was days ago."""
    still = Sitting.objects.filter(assembly=OuterRef("pk"), day__gt=today - LISTS_KEPT)
    return Q(ended_on__isnull=False) | Q(~Exists(still))


def _hold(assembly: int) -> None:
    """Inside a transaction: its row, then those of its sittings, so that nobody begins minutes meanwhile."""
    Assembly.objects.select_for_update(no_key=True).filter(pk=assembly).first()
    list(Sitting.objects.select_for_update(no_key=True).filter(assembly=assembly))
