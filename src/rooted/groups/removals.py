"""Removing a member: one proposes, another confirms; then the keys are changed, piece by piece."""

import time
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.circles.actions import rotate_some
from rooted.groups.access import FEWEST_TO_REMOVE
from rooted.groups.actions import empty_seat
from rooted.groups.models import Group, Invitation, Seat
from rooted.groups.small_circles import change_due_keys, unfinished

LAPSE_DAYS = 14
PAUSE_SECONDS = 0.02  # between two pieces: others may write
GO_ON_SECONDS = 1.0


def _locked(seat: Seat) -> list[Seat]:
    """Inside a transaction: the taken seats of the group, which nobody else changes meanwhile."""
    Group.objects.select_for_update(no_key=True).get(pk=seat.group_id)
    taken = list(Seat.objects.taken().filter(group=seat.group_id))
    if not any(other.pk == seat.pk and other.paused_on is None for other in taken):
        raise ValidationError(_("You can no longer do this in this group."))
    return taken


@transaction.atomic
def propose_removal(seat: Seat, target: int, *, today: date) -> None:
    """Pause the access of `target` (a seat's id) at once, until another member confirms or someone withdraws it."""
    taken = {other.pk: other for other in _locked(seat)}
    if len(taken) < FEWEST_TO_REMOVE:
        raise ValidationError(_("In a pair nobody can remove the other. You can leave, and found a new group."))
    if any(other.paused_on for other in taken.values()):
        raise ValidationError(_("Another removal is open. Decide on that one first."))
    if target == seat.pk or target not in taken:
        raise ValidationError(_("Choose another member of the group."))
    Seat.objects.filter(pk=target).update(paused_on=today, paused_by=seat)
    Invitation.objects.filter(group=seat.group_id).delete()  # the paused member may know the words of one


@transaction.atomic
def confirm_removal(seat: Seat, target: int, *, today: date) -> None:
    """Take the proposed seat's key away for good; only somebody who did not propose it can confirm."""
    taken = {other.pk: other for other in _locked(seat)}
    proposed = taken.get(target)
    if proposed is None or proposed.paused_on is None or len(taken) < FEWEST_TO_REMOVE:
        raise ValidationError(_("This removal is no longer open."))
    if proposed.paused_by_id == seat.pk:
        raise ValidationError(_("You proposed it. Another member has to confirm it."))
    empty_seat(proposed, seat.keys, today=today)


@transaction.atomic
def withdraw_removal(seat: Seat, target: int) -> None:
    """Give the paused member access again; any other member can do it."""
    _locked(seat)
    Seat.objects.filter(pk=target, group=seat.group_id).update(paused_on=None, paused_by=None)


def lapse_removals(*, today: date) -> int:
    """Proposals nobody confirmed in 14 days end, so that one member alone shuts nobody out; returns how many."""
    old = Seat.objects.taken().filter(paused_on__lte=today - timedelta(days=LAPSE_DAYS))
    return old.update(paused_on=None, paused_by=None)


def go_on(seat: Seat, *, seconds: float = GO_ON_SECONDS) -> int:
    """Change keys in pieces of 50 ms for about `seconds`, outside a transaction; returns how many items are left.

    In the group's circle, and in each small circle this seat can open.
    """
    started = time.monotonic()
    change_due_keys(seat)
    seat.keys.renew()  # the page may have begun before the change
    seat.__dict__.pop("small", None)
    left = 0
    for keys in unfinished(seat):
        more = rotate_some(keys)
        while more and time.monotonic() - started < seconds:
            time.sleep(PAUSE_SECONDS)
            more = rotate_some(keys)
        left += more
    return left
