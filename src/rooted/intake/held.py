"""Letters that came in a flood: a member lets them in or erases them, many at once."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Q

from rooted.base.events import announce
from rooted.groups.models import Group
from rooted.intake.actions import erase_each
from rooted.intake.events import LetterCame
from rooted.intake.models import Thread


@transaction.atomic
def release_held(group: Group, pks: Iterable[int], *, today: date) -> int:
    """Let these letters in; the promised time begins today. Returns how many; who releases twice does nothing."""
    released = 0
    for pk in pks:
        if Thread.objects.held().filter(group=group, pk=pk).update(held_on=None, released_on=today):
            announce(LetterCame(group=group.pk, thread=pk))
            released += 1
    return released


def erase_held(group: Group, pks: Iterable[int]) -> int:
    """Erase these letters for good; one that was let in meanwhile stays. Returns how many. Not in a transaction."""
    return erase_each(Q(group=group, held_on__isnull=False, pk__in=list(pks)))
