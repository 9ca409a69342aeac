"""A person's own data: taken away as a file, or erased."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db import transaction

from rooted.base import seal
from rooted.circles.actions import checkpoint
from rooted.circles.models import SealedItem
from rooted.groups.access import circles_of, open_seat, seat_names
from rooted.groups.actions import part_everywhere
from rooted.groups.models import Group, Seat
from rooted.people.actions import erase_person
from rooted.people.keyring import Keyring


def own_data(keyring: Keyring) -> dict[str, Any]:
    """What this server holds of a person and can only show to them: preferences, seats, and all they wrote."""
    groups = {group.pk: group for group in Group.objects.filter(pk__in=[key.group for key in keyring.seats])}
    seats = (open_seat(keyring, group) for group in groups.values())
    return {
        "preferences": keyring.preferences,
        "recovery_code_written_down": keyring.recovery_kept,
        "groups": [_of_seat(seat) for seat in seats if seat is not None],
    }


def _of_seat(seat: Seat) -> dict[str, Any]:
    group = seat.group
    return {
        "group": group.name,
        "address": group.address,
        "called": seat_names(seat)[seat.pk],
        "written": list(_written_by(seat)),
    }


def _written_by(seat: Seat) -> Iterator[dict[str, Any]]:
    """Every sealed item that names this seat as its writer, whichever app it belongs to."""
    circles = circles_of(seat)  # small circles too
    for item in SealedItem.objects.filter(circle__in=circles).order_by("day").iterator():
        try:
            content = circles[item.circle_id].read(item)
        except seal.Closed:
            continue
        if content.get("seat") == seat.pk:
            yield {"kind": item.kind, "day": item.day, **{name: content[name] for name in content if name != "seat"}}


@transaction.atomic
def leave_server(keyring: Keyring, *, today: date) -> None:
    """Leave every group at once and erase the account; what the groups keep says "a former member"."""
    part_everywhere(keyring, today=today)
    erase_person(keyring.person)
    transaction.on_commit(checkpoint)
