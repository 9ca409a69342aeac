"""A second circle for a few: making it, letting somebody in, leaving it, and what becomes of it when a seat ends."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.base.events import announce
from rooted.circles.actions import admit, change_key, checkpoint, expel, holders_in, new_circle_beside, shut_out
from rooted.circles.keys import OpenCircle
from rooted.circles.models import Circle, CircleWrap, Holder
from rooted.groups.events import SmallCircleErased
from rooted.groups.models import Group, Seat, SmallCircle
from rooted.groups.sealed import SMALL_CIRCLE

MOST = 20  # of one member
FEWEST_FOR_ONE = 3  # in a pair a second circle would leave out the only other


def open_small(seat: Seat) -> list[SmallCircle]:
    """The small circles this seat can open, each with `keys` and `name`, by name; one query for all of them."""
    known = getattr(seat, "small", None)
    if known is None:
        known = seat.small = opened_by(seat.keys, seat.group_id)
    return known


def opened_by(keys: OpenCircle, group: UUID) -> list[SmallCircle]:
    """The same for the holder of `keys`; what does not open is left out."""
    wraps = CircleWrap.objects.filter(holder=keys.holder, circle__small_circle__group=group)
    rows = wraps.select_related("circle__small_circle__name_item").order_by("circle", "epoch")
    found = (_opened(keys, circle, list(own)) for circle, own in groupby(rows, key=lambda wrap: wrap.circle))
    return sorted((small for small in found if small is not None), key=lambda small: small.name.casefold())


def _opened(keys: OpenCircle, circle: Circle, wraps: list[CircleWrap]) -> SmallCircle | None:
    small: SmallCircle = circle.small_circle
    small.circle = circle
    try:
        small.keys = keys.beside(circle, wraps)
        return small if small.name else None
    except seal.Closed:
        return None


def seats_in(small: SmallCircle) -> set[int]:
    """The ids of the seats that are in an open small circle."""
    inside = Seat.objects.taken().filter(group=small.group_id, holder__in=holders_in(small.keys))
    return set(inside.values_list("pk", flat=True))


def _hold(seat: Seat) -> None:
    """Inside a transaction: nobody leaves, comes back or is removed meanwhile, and this seat may still act."""
    Group.objects.select_for_update(no_key=True).get(pk=seat.group_id)
    if not Seat.objects.active().filter(pk=seat.pk, holder=seat.holder).exists():
        raise ValidationError(_("You can no longer do this in this group."))


@transaction.atomic
def make_circle(seat: Seat, *, name: str, seats: Iterable[int] = ()) -> SmallCircle:
    """A small circle of this seat and of those chosen (ids of seats of the group)."""
    _hold(seat)
    if CircleWrap.objects.filter(holder=seat.holder).values("circle").distinct().count() > MOST:
        raise ValidationError(_("You are in many small circles. Leave one first."))
    keys = new_circle_beside(seat.keys)
    small = SmallCircle(group=seat.group, circle=keys.circle, name_item=keys.seal(SMALL_CIRCLE, {"name": name}))
    small.keys = keys
    small.save(force_insert=True)
    _let_in(small, seats)
    _forget(seat)
    return small


@transaction.atomic
def let_in(seat: Seat, small: SmallCircle, seats: Iterable[int]) -> None:
    """Those chosen can open everything of this small circle from now on, also what was written before."""
    _hold(seat)
    _let_in(small, seats)


def _let_in(small: SmallCircle, seats: Iterable[int]) -> None:
    inside = holders_in(small.keys)
    chosen = Seat.objects.active().filter(group=small.group_id, pk__in=seats).exclude(holder=None)
    for other in chosen.exclude(holder__in=inside).select_related("holder"):
        CircleWrap.objects.filter(circle=small.circle, holder=other.holder).delete()  # one that nobody inside made
        admit(small.keys, other.holder)


def rename_circle(small: SmallCircle, *, name: str) -> None:
    """Those inside call it by another name from now on."""
    small.keys.rewrite(small.name_item, {"name": name})
    small.__dict__.pop("name", None)


@transaction.atomic
def leave_circle(seat: Seat, small: SmallCircle, *, erase: bool = False) -> None:
    """Leave a small circle; the rest get a new key. The last one erases it, which `erase` must say."""
    _hold(seat)
    if not erase and not seats_in(small) - {seat.pk}:
        raise ValidationError(_("The others have left. If you leave now, everything in it is erased."))
    small.keys.renew()
    _without(small.circle, seat.holder, small.keys, today=None)
    _forget(seat)
    transaction.on_commit(checkpoint)


def _forget(seat: Seat) -> None:
    seat.__dict__.pop("small", None)


def shut_out_everywhere(group: UUID, holder: Holder, keys: OpenCircle | None, *, today: date) -> None:
    """Inside a transaction that holds the group: take every small circle from the holder of a seat that ends.

    `keys`: the group's circle as whoever does it has opened it. Where they are inside too, or leave themselves, a new
    key begins at once; elsewhere the day is noted, and whoever is inside begins it. What nobody can open is erased.
    """
    mine = {small.circle_id: small.keys for small in opened_by(keys, group)} if keys is not None else {}
    rows = Circle.objects.filter(small_circle__group=group, wraps__holder=holder).distinct().order_by("pk")
    for circle in rows:
        _without(circle, holder, mine.get(circle.pk), today=today)


def _without(circle: Circle, holder: Holder | None, keys: OpenCircle | None, *, today: date | None) -> None:
    if holder is None:
        return
    if not CircleWrap.objects.filter(circle=circle).exclude(holder=holder).exists():
        erase_circle(circle.small_circle)
    elif keys is not None:
        keys.renew()
        expel(circle, keys.secrets, holder)
    else:
        shut_out(circle, holder)
        SmallCircle.objects.filter(circle=circle).update(shut_out_on=today)


@transaction.atomic
def erase_circle(small: SmallCircle) -> None:
    """Erase a small circle and all that is sealed to it."""
    announce(SmallCircleErased(group=small.group_id, circle=small.circle_id))
    small.circle.delete()


def change_due_keys(seat: Seat) -> int:
    """Begin a new key where somebody was shut out of a small circle of this seat's; returns of how many."""
    due = SmallCircle.objects.filter(group=seat.group_id, circle__wraps__holder=seat.holder).exclude(shut_out_on=None)
    wanted = set(due.values_list("pk", flat=True))
    return _change_keys(seat, wanted) if wanted else 0  # asked at every deed: no write lock while nothing is due


@transaction.atomic
def _change_keys(seat: Seat, wanted: set[int]) -> int:
    changed = 0
    for small in open_small(seat):
        rows = SmallCircle.objects.filter(pk=small.pk).exclude(shut_out_on=None)
        if small.pk in wanted and rows.update(shut_out_on=None):
            change_key(small.keys)
            small.keys.renew()
            changed += 1
    return changed


def unfinished(seat: Seat) -> list[OpenCircle]:
    """The circles this seat can open in which an older key is still in use, or one that should be.

    Older keys are taken from everyone in one moment, with the last item that hung on them.
    """
    left = [seat.keys] if len(seat.keys.secrets) > 1 else []
    return left + [
        small.keys for small in open_small(seat) if len(small.keys.secrets) > 1 or small.shut_out_on is not None
    ]
