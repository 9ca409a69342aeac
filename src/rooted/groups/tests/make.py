"""Plain makers for tests of groups."""

import itertools
from unittest.mock import patch

from django.urls import reverse
from django.utils import timezone

from conftest import Member, join, newcomer
from rooted.circles.actions import rotate_some
from rooted.groups.invitations import make_invitation
from rooted.groups.models import Invitation, Seat, SmallCircle
from rooted.groups.small_circles import make_circle

SPOKEN = "gravel otter lantern quay"
PASSPHRASE = "four grey herons in the fog"
GROUP = {
    "group_name": "Northfold Tenants",
    "area": "Northfold",
    "languages": ["en", "pl"],
    "kind": "tenants",
    "about": "We keep each other housed.",
    "listed": "yes",
}
PERSON = {"name": "newt", "passphrase": PASSPHRASE, "passphrase_again": PASSPHRASE}


def member(host: Member, name: str) -> Member:
    """One more member of `host`'s group."""
    return join(newcomer(name), host)


def invitation(host: Member, *, spoken: str = SPOKEN, back_to=None) -> Invitation:
    """An open invitation by `host`."""
    return make_invitation(host.seat, spoken=spoken, now=timezone.now(), back_to=back_to)


def at(name: str, member: Member, *args) -> str:
    """The address of a page of the member's group."""
    return reverse(name, args=[member.group.address, *args])


def rotate_one_piece(seat: Seat) -> int:
    """Change the keys of twenty items and stop, as if the browser went away; returns how many are left."""
    with patch("time.monotonic", itertools.count().__next__):
        return rotate_some(seat.keys, seconds=0.5)


def circle(host: Member, *others: Member, name: str = "Car share") -> SmallCircle:
    """A small circle of `host` and these."""
    return make_circle(host.seat, name=name, seats=[other.seat.pk for other in others])
