"""Plain makers for tests of groups."""

import itertools
from unittest.mock import patch

from django.urls import reverse
from django.utils import timezone

from conftest import Member, join
from conftest import newcomer as signed_up
from rooted.circles.actions import rotate_some
from rooted.groups.invitations import accept_invitation, make_invitation, open_invitation
from rooted.groups.models import Invitation, Newcomer, Seat, SmallCircle
from rooted.groups.small_circles import make_circle
from rooted.groups.vouching import ask_for_two

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
    return join(signed_up(name), host)


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


def waiting(host: Member, name: str = "kim", *, back_to: Seat | None = None) -> tuple[Member, Newcomer]:
    """Somebody `host` vouched for, who waits for a second voucher."""
    ask_for_two(host.seat, today=timezone.now().date())
    opened = open_invitation(invitation(host, back_to=back_to).pk, spoken=SPOKEN, now=timezone.now())
    coming = signed_up(name)
    made = accept_invitation(opened, coming.keyring, called=name.title())
    coming.group = made.group
    return coming, made
