"""A small world for the walks over all addresses: two groups, somebody removed, one of everything an address can name.

A new value in an address needs its object: in VALUES by name, or in OBJECTS by route or app. New parts of the product
say it in tests/walk/parts/<app>.py, where `make_objects(world)` adds to `world.objects`.
"""

import secrets
from dataclasses import dataclass, field
from functools import cache
from uuid import uuid4

from django.urls import reverse
from django.utils import timezone

from conftest import SPOKEN, Member, browser_of, found, join, lock, newcomer
from rooted.base.fields import random_id
from rooted.groups.actions import new_founding_link
from rooted.groups.invitations import make_invitation
from rooted.groups.removals import confirm_removal, propose_removal
from rooted.imports.tests import make as lists
from rooted.intake.actions import drop_letter
from rooted.intake.receipts import keys_of
from rooted.intake.sealed import ASKED
from rooted.struggles.tests import make
from tests.walk import parts
from tests.walk.routes import Route

ROLES = ("stranger", "signed_in", "locked", "member", "second", "other", "removed")
INSIDERS = {"member", "second"}
RECEIPT = "harbour lantern apple ninety third"


def canary() -> str:
    """A word that stands nowhere else."""
    return "canary" + secrets.token_hex(8)


@dataclass
class World:
    """`docks` holds ana, bo and gul; eva was removed from it; cem is alone in `depot`; dina is in no group."""

    people: dict[str, Member] = field(default_factory=dict)
    objects: dict[str, object] = field(default_factory=dict)
    sealed: dict[str, str] = field(default_factory=dict)  # what only members of docks may ever read

    cookies: dict[str, str] = field(default_factory=dict)  # what the browser of each role sends
    before: dict[str, str] = field(default_factory=dict)  # each table's digest (tests/walk/access.py)

    def sign_in(self) -> None:
        """A session for each role; the walk undoes every request, so all of them last."""
        for role in ROLES:
            self.cookies[role] = ""
            if role != "stranger":
                client = browser_of(self.people["member" if role == "locked" else role].keyring)
                if role == "locked":
                    lock(client)
                self.cookies[role] = "; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items())


def build() -> World:
    """Make the world in the current transaction."""
    world = World()
    today = timezone.now().date()
    for role, name in (("member", "ana"), ("second", "bo"), ("third", "gul"), ("removed", "eva"), ("other", "cem")):
        world.people[role] = newcomer(name)
    world.people["signed_in"] = newcomer("dina")
    ana, bo = found(world.people["member"], "Docks"), world.people["second"]
    for role in ("second", "third", "removed"):
        join(world.people[role], ana)
    eva = world.people["removed"].seat
    propose_removal(ana.seat, eva.pk, today=today)
    confirm_removal(bo.seat, eva.pk, today=today)
    cem = found(world.people["other"], "Depot", area="Old station")
    world.sealed["letter"] = canary()
    world.objects |= {
        "thread": letter_to(ana, world.sealed["letter"], RECEIPT),
        "foreign thread": letter_to(cem, "A letter to the depot.", RECEIPT + " two"),
        "invitation": make_invitation(ana.seat, spoken=SPOKEN, now=timezone.now()),
        "foreign invitation": make_invitation(cem.seat, spoken=SPOKEN, now=timezone.now()),
        "seat": world.people["third"].seat,
        "foreign seat": cem.seat,
        "struggle": make.struggle(ana.group),
        "batch": lists.batch(ana.group, lists.entries(3)),
        "foreign batch": lists.batch(cem.group, [lists.entry(number) for number in (11, 12)]),
        "founding token": new_founding_link(today=today).rstrip("/").rsplit("/", 1)[-1],
    }
    for make_objects in parts.all_named("make_objects"):
        make_objects(world)
    world.sign_in()
    return world


def letter_to(member: Member, text: str, receipt: str):
    letter = dict.fromkeys(ASKED, "") | {"brings": "trouble", "text": text, "way": "words"}
    return drop_letter(member.group, keys=keys_of(receipt), letter=letter, language="en", now=timezone.now())


# The value of each name in an address: (of our own group, of nobody).
VALUES = {
    "group": lambda world: (world.people["member"].group.address, "nowhere"),
    "token": lambda world: (world.objects["founding token"], secrets.token_hex(16)),
}
# Names in an address that are not `pk`: which field they are.
NAMED_OTHERWISE = {"public_id": "public_id"}
# What `pk` names, by route or else by app.
OBJECTS = {
    "intake": "thread",
    "groups:join": "invitation",
    "groups:invitation-withdraw": "invitation",
    "groups:reseat": "seat",
    "groups:removal-propose": "seat",
    "groups:removal-confirm": "seat",
    "groups:removal-withdraw": "seat",
    "imports": "batch",
    "struggles": "struggle",
}


@cache
def objects_by_route() -> dict[str, str]:
    return parts.collected("OBJECTS", OBJECTS)


@cache
def values_by_name() -> dict:
    return parts.collected("VALUES", VALUES)


def kwargs(world: World, route: Route, *, absent: str = "", foreign: bool = False) -> dict[str, object]:
    """The values for a route's address; `absent` names one that is nobody's, `foreign` takes the other group's."""
    chosen = {}
    for name in route.values:
        if name in values_by_name():
            chosen[name] = values_by_name()[name](world)[name == absent]
            continue
        kind = objects_by_route().get(route.name) or objects_by_route().get(route.app)
        if kind is None:
            raise LookupError(f"{route.name}: say in tests/walk/world.py (OBJECTS) which object <{name}> is.")
        key = getattr(world.objects[f"foreign {kind}" if foreign else kind], NAMED_OTHERWISE.get(name, "pk"))
        chosen[name] = (uuid4() if not isinstance(key, int) else random_id()) if name == absent else key
    return chosen


def address(world: World, route: Route, **which) -> str:
    return reverse(route.name, kwargs=kwargs(world, route, **which))
