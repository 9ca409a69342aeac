"""Fills an empty server with the invented neighbourhood, through the same actions as the pages."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from rooted.base.words import spoken
from rooted.demo import (
    areas,
    assembly,
    copies,
    doubles,
    groups,
    imports,
    intake,
    invented,
    notes,
    posters,
    proposals,
    register,
    reports,
    shelf,
    struggles,
    support,
    tasks,
)
from rooted.groups.access import open_seat
from rooted.groups.actions import found_group
from rooted.groups.invitations import accept_invitation, make_invitation, open_invitation
from rooted.groups.models import Group, Seat
from rooted.intake import actions as letters
from rooted.intake.receipts import keys_of, new_token, receipt_of
from rooted.people.actions import sign_up
from rooted.people.keyring import Keyring
from rooted.struggles.actions import publish_record

Seats = dict[str, dict[str, Seat]]  # the members' open seats, by the group's address and what the group calls them

# Each part of the product fills itself: a function (seats, *, now) in a module of its own beside this one.
PARTS: list[Callable[..., None]] = [
    groups.fill,
    imports.fill,
    copies.fill,
    intake.fill,
    notes.fill,
    posters.fill,
    reports.fill,
    shelf.fill,
    struggles.fill,
    support.fill,
    tasks.fill,
    register.fill,
    assembly.fill,
    proposals.fill,
    doubles.fill,  # compares what the others published
    areas.fill,  # reads what the others published
]


def fill(*, now: datetime) -> str:
    """Make groups, letters and struggles; returns the receipt of the first letter, to come back with."""
    seats = {address: _group(address, now=now) for address in invented.GROUPS}
    receipts = [_letter(seats, dict(letter), now=now) for letter in invented.LETTERS]
    for address, record in invented.struggles(now.date()):
        first, second, *_rest = seats[address].values()
        publish_record(record, group=first.group, first=first.pk, second=second.pk, today=now.date())
    for fill_part in PARTS:
        fill_part(seats, now=now)
    return receipts[0]


def _group(address: str, *, now: datetime) -> dict[str, Seat]:
    """The group with its members' open seats by the names the group calls them."""
    public = dict(invented.GROUPS[address])
    (name, called), *others = public.pop("members")
    founder = sign_up(name=name, passphrase=invented.PASSPHRASE)
    found_group(founder, called=called, today=now.date(), address=address, **public)
    first = _seat(founder, address)
    seats = {called: first}
    for name, called in others:
        words, newcomer = spoken(), sign_up(name=name, passphrase=invented.PASSPHRASE)
        invitation = make_invitation(first, spoken=words, now=now)
        accept_invitation(open_invitation(invitation.pk, spoken=words, now=now), newcomer, called=called)
        seats[called] = _seat(newcomer, address)
    return seats


def _seat(keyring: Keyring, address: str) -> Seat:
    seat = open_seat(keyring, Group.objects.select_related("circle").get(address=address))
    if seat is None:
        raise RuntimeError(address)
    return seat


def _letter(seats: Seats, letter: dict[str, Any], *, now: datetime) -> str:
    group = next(iter(seats[letter["to"]].values())).group
    came = now - timedelta(hours=letter["hours"])
    receipt = receipt_of(new_token(), group=group.pk, language=letter["language"])
    asked = {name: letter.get(name, "") for name in ("brings", "text", "date", "way", "reach")}
    thread = letters.drop_letter(group, keys=keys_of(receipt), letter=asked, language=letter["language"], now=came)
    if "taken" in letter:
        letters.take_thread(thread, seat=seats[letter["to"]][letter["taken"]])
    for called, hours, text in letter.get("answers", []):
        thread.refresh_from_db()
        seat = seats[letter["to"]][called]
        letters.answer_letter(thread, seat=seat, text=text, seen=thread.length, now=now - timedelta(hours=hours))
    for called, text in letter.get("notes", []):
        letters.write_note(thread, seat=seats[letter["to"]][called], text=text, now=now)
    return receipt
