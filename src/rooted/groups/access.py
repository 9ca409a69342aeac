"""Who is a member, and what members may do. There is no admin: what one member may, all may."""

from collections.abc import Callable, Collection
from functools import lru_cache, wraps
from typing import Any

from django.conf import settings
from django.db.models import CharField, Q, UUIDField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from rooted.base import seal, words
from rooted.base.converters import KeyConverter
from rooted.base.fields import RandomId
from rooted.base.prepared import Given, Prepared
from rooted.circles.actions import open_circle
from rooted.circles.keys import OpenCircle
from rooted.groups.actions import say_recovery_is_kept
from rooted.groups.models import Group, Seat
from rooted.groups.sealed import SEAT
from rooted.groups.small_circles import change_due_keys, open_small
from rooted.groups.vouching import waiting
from rooted.people.keyring import Keyring

FEWEST_TO_REMOVE = 3
_AT = Prepared(lambda: Group.objects.open().filter(address=Given("address", CharField())))
_NAMED = Prepared(lambda: Seat.objects.filter(group=Given("group", UUIDField())).select_related("name_item"))


def public_group(address: str) -> Group:
    """The group whose page stands at `address`; 404 when there is none, it closed, or its page was hidden."""
    group = _AT.first(address=address)
    if group is None:
        raise Http404
    return group


def open_seat(keyring: Keyring | None, group: Group) -> Seat | None:
    """This person's seat in `group` with the circle open, or None for everyone who may not act here now."""
    key = keyring.seat_in(group.pk) if keyring is not None else None
    if key is None or keyring is None:
        return None
    seat = Seat.objects.filter(pk=key.seat, group=group).select_related("holder", "name_item").first()
    if seat is None:
        return None
    seat.group = group
    return opened(seat, keyring, key.secret)


def opened(seat: Seat, keyring: Keyring, secret: bytes) -> Seat | None:
    """`seat` with its circle open, or None when it may not act now."""
    if seat.left_on or seat.paused_on or seat.holder is None or seat.group.circle is None:
        return None
    try:
        seat.keys = open_circle(seat.group.circle, seat.holder, secret)
    except seal.Closed:
        return None
    seat.keyring = keyring
    return seat


def seat_at(keyring: Keyring | None, address: str) -> Seat | None:
    """This person's open seat in the group at `address`, or None."""
    if keyring is None:
        return None
    secrets = {key.seat: key.secret for key in keyring.seats}
    numbered = {f"seat{number}": pk for number, pk in enumerate(secrets)}
    mine = {seat.pk: seat for seat in _seats_at(len(secrets)).rows(address=address, **numbered)} if secrets else {}
    newest = next((mine[pk] for pk in reversed(secrets) if pk in mine), None)
    return opened(newest, keyring, secrets[newest.pk]) if newest is not None else None


@lru_cache(maxsize=16)
def _seats_at(many: int) -> Prepared[Seat]:
    """The query for those of so many seats that are in the group at an address."""
    seats: Any = [Given(f"seat{number}", RandomId()) for number in range(many)]
    here = Q(group__address=Given("address", CharField()), group__closed_on=None)
    related = Seat.objects.select_related("group__circle", "holder", "name_item")
    return Prepared(lambda: related.filter(here, pk__in=seats))


def members_only(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view the member's seat instead of the group's address; 404 for everyone else, as if it were absent."""

    @wraps(view)
    def for_members(request: HttpRequest, group: str, **kwargs: Any) -> HttpResponse:
        seat = seat_at(request.keyring, group)  # type: ignore[attr-defined]
        if seat is None and waiting(request.keyring, group) is not None:  # type: ignore[attr-defined]
            return redirect("groups:waiting", group)
        if seat is None:
            raise Http404
        request.seat, request.group = seat, seat.group  # type: ignore[attr-defined]
        if request.method == "POST" and seat.keyring.recovery_kept != seat.sealed["holds_recovery"]:
            say_recovery_is_kept(
                seat, kept=seat.keyring.recovery_kept
            )  # not when the code was written down: that would join person and seat in time
        if request.method == "POST":
            change_due_keys(seat)
        return view(request, seat, **kwargs)

    return for_members


def seat_names(seat: Seat) -> dict[int, str]:
    """What the group calls each of its seats, by id; "a former member" for those who left. One query a request."""
    names = getattr(seat, "names", None)
    if names is None:
        names = {row.pk: _name(seat, row) for row in _NAMED.rows(group=seat.group_id)}
        seat.names = names
    return names


def named(seat: Seat, wanted: Collection[int]) -> list[tuple[Seat, str]]:
    """These seats of the group, by their ids, with their names: a page that names two opens two, not three hundred."""
    rows = Seat.objects.filter(group=seat.group_id, pk__in=set(wanted)).select_related("name_item")
    return [(row, _name(seat, row)) for row in rows]


def _name(seat: Seat, other: Seat) -> str:
    if other.name_item is None:
        return _("a former member")
    return seat.keys.read(other.name_item, SEAT)["name"]


def circles_of(seat: Seat) -> dict[int, OpenCircle]:
    """Every circle this seat can open, by id: the group's first, then its small circles. One query a request."""
    return {seat.keys.circle.pk: seat.keys} | {small.circle_id: small.keys for small in open_small(seat)}


def circle_choices(seat: Seat) -> list[tuple[str, str]]:
    """For a form field "who can read it": "" is everyone in the group, then the small circles of this seat by name."""
    everyone = ("", _("Everyone in the group"))
    return [everyone, *((KeyConverter().to_url(small.circle_id), small.name) for small in open_small(seat))]


def chosen_circle(seat: Seat, choice: str) -> OpenCircle:
    """The circle that one of `circle_choices` stands for; 404 for any other."""
    opened = {key: small.keys for (key, _name), small in zip(circle_choices(seat)[1:], open_small(seat), strict=True)}
    keys = opened.get(choice) if choice else seat.keys
    if keys is None:
        raise Http404
    return keys


def circle_name(seat: Seat, circle: int) -> str:
    """What those inside call the circle with this id; "" for the whole group's."""
    return next((small.name for small in open_small(seat) if small.circle_id == circle), "")


def fingerprint(seat: Seat) -> str:
    """Four words for the key of this seat, the same on every phone: in the group's first language."""
    if seat.holder is None:
        return ""
    return words.fingerprint(seal.digest(bytes(seat.holder.public_key)), seat.group.first_language)


def same_seat(one: Seat | int | None, other: Seat | int | None) -> bool:
    """Whether both are one seat; higher apps keep seat ids that only this can compare."""
    first, second = (item.pk if isinstance(item, Seat) else item for item in (one, other))
    return first is not None and first == second


def may_found() -> bool:
    """Whether anybody may found a group here now without a founding link."""
    if settings.FOUNDING == "first":
        return not Group.objects.filter(closed_on=None).exists()
    return settings.FOUNDING == "anyone"


def open_removal(group: Group) -> Seat | None:
    """The seat whose removal is proposed; at most one at a time."""
    return Seat.objects.taken().filter(group=group).exclude(paused_on=None).first()


def may_remove(group: Group) -> bool:
    """In a pair there is no removal, only parting."""
    return Seat.objects.taken().filter(group=group).count() >= FEWEST_TO_REMOVE
