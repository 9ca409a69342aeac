"""What the walks need of groups beyond the beginning: small circles, newcomers who wait for a second voucher."""

import re

from django.test import Client
from django.utils import timezone

from conftest import PASSPHRASE, SPOKEN, newcomer
from rooted.groups.invitations import make_invitation
from rooted.groups.small_circles import make_circle
from rooted.groups.vouching import first_voucher, spoken_words, wait
from tests.faults.typed import BAD, TypedForm, typed
from tests.walk.journey import fills


def make_objects(world):
    ana, bo, cem = (world.people[role] for role in ("member", "second", "other"))
    world.objects["small circle"] = make_circle(ana.seat, name="Car share", seats=[bo.seat.pk])
    world.objects["foreign small circle"] = make_circle(cem.seat, name="Depot share")
    world.objects["newcomer"] = vouched_by(bo, "kim")
    world.objects["foreign newcomer"] = vouched_by(cem, "lou")


def vouched_by(host, name):
    """Somebody who waits for a second voucher."""
    invitation = make_invitation(host.seat, spoken=SPOKEN, now=timezone.now())
    invitation.voucher_item, key = first_voucher(host.seat)
    invitation.delete()
    today = timezone.now().date()
    return wait(invitation, key, newcomer(name).keyring, called=name.title(), today=today)


OBJECTS = {
    "groups:circle": "small circle",
    "groups:circle-rename": "small circle",
    "groups:circle-admit": "small circle",
    "groups:circle-leave": "small circle",
    "groups:newcomer-vouch": "newcomer",
    "groups:newcomer-refuse": "newcomer",
}
NOT_TYPED = {"groups.voucher": {"key", "by"}}


@fills("groups.small_circle")
def make_a_small_circle(journey) -> None:
    called = {"called": journey.word("groups.small_circle name")}
    journey.send(journey.member, f"/g/{journey.address}/circles/new/", called)


def come_in(journey, name: str, called: str) -> None:
    """One more person, by an invitation of the member."""
    page = journey.member.post(f"/g/{journey.address}/invite/").content.decode()
    link = re.search(r'href="[^"]*(/join/[^"]+)"', page)[1]
    said = " ".join(re.findall(r"<li><bdi>([^<]+)</bdi>", page)[:4])
    typed_in = {"words": said, "name": name, "called": called, "passphrase": PASSPHRASE, "passphrase_again": PASSPHRASE}
    assert Client().post(link, typed_in).status_code == 302


@fills("groups.newcomer")
def wait_for_a_second_voucher(journey) -> None:
    come_in(journey, "a second one", "Second")
    journey.send(journey.member, f"/g/{journey.address}/vouchers/", {})
    come_in(journey, "a newcomer", journey.word("groups.newcomer name"))
    assert journey.words["groups.newcomer name"] in journey.member.get(f"/g/{journey.address}/board/").content.decode()


@fills("groups.voucher")
def vouch_first(_journey) -> None:
    """Sealed with the invitation of wait_for_a_second_voucher."""


FORMS = [
    TypedForm("groups:circle-make", "member", typed(called="Car & van share"), {"called": BAD}),
    TypedForm("groups:circle-rename", "member", typed(called="Van & <cart>"), {"called": "x" * 61}),
    TypedForm(
        "groups:circle-admit", "member", lambda world: {"seats": str(world.objects["seat"].pk)}, {"seats": "1"},
        stores=("circles_circlewrap",), beside=frozenset({"seats"}),  # a list of choices cannot hold another one
    ),
    TypedForm(
        "groups:newcomer-vouch", "member", lambda world: {"said": spoken_words(world.objects["newcomer"])},
        {"said": "four quite other words"}, stores=("groups_seat",),
    ),
]  # fmt: skip
BUTTONS = {
    "groups:circle-leave",
    "groups:vouchers",
    "groups:vouchers-end",
    "groups:vouchers-keep",
    "groups:newcomer-refuse",
    "groups:waiting-end",
}
READ_ONLY = {"groups:circle-list", "groups:circle", "groups:waiting"}
