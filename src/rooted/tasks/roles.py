"""Roles: what somebody answers for, until a day. None is held for more than twelve months unless renewed."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.circles.actions import checkpoint, erase
from rooted.circles.models import SealedItem
from rooted.groups.models import Seat
from rooted.tasks.access import hold_seat
from rooted.tasks.models import Holding, Role
from rooted.tasks.sealed import ROLE

MOST_MONTHS = 12
WANTED = 2  # holders of each role


def months_after(today: date, months: int) -> date:
    """The same day of the month `months` later, or the last day of that month."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    for day in (today.day, 30, 29, 28):
        try:
            return date(year, month + 1, day)
        except ValueError:
            continue
    raise AssertionError  # every month has a 28th


@transaction.atomic
def add_role(seat: Seat, *, name: str, about: str) -> Role:
    """Write down a role and what it involves; nobody holds it yet."""
    item = seat.keys.seal(ROLE, {"name": name, "about": about, "seat": seat.pk})
    return Role.objects.create(group=seat.group, item=item)


def edit_role(role: Role, *, seat: Seat, name: str, about: str) -> None:
    """Say it in other words; who holds it stays."""
    seat.keys.rewrite(role.item, {**seat.keys.read(role.item, ROLE), "name": name, "about": about})


def erase_role(role: Role) -> None:
    """Erase a role and who held it."""
    erase(SealedItem.objects.filter(role=role.pk))
    transaction.on_commit(checkpoint)


@transaction.atomic
def take_role(role: Role, *, seat: Seat, months: int, today: date) -> Holding:
    """Hold the role for 1 to 12 months from today, alone or beside others; whoever holds it already renews it."""
    if not 1 <= months <= MOST_MONTHS:
        raise ValidationError(_("Choose at most twelve months. You can renew it then."))
    hold_seat(seat)
    if not Role.objects.filter(pk=role.pk).exists():
        raise ValidationError(_("This role was erased just now."))
    ends_on = months_after(today, months)
    holding, _is_new = Holding.objects.update_or_create(role=role, seat=seat, defaults={"ends_on": ends_on})
    return holding


def hand_back_role(role: Role, *, seat: Seat) -> None:
    """Hold it no longer; a second call does nothing."""
    Holding.objects.filter(role=role, seat=seat).delete()


def end_holdings(seat_id: int) -> None:
    """Whoever left holds no role."""
    Holding.objects.filter(seat_id=seat_id).delete()


def erase_ended_holdings(today: date) -> int:
    """Forget who held what, the day after it ended; returns how many."""
    return Holding.objects.filter(ends_on__lt=today).delete()[0]
