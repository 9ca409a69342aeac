"""What the walks need of groups beyond the beginning: small circles."""

from rooted.groups.small_circles import make_circle
from tests.faults.typed import BAD, TypedForm, typed
from tests.walk.journey import fills


def make_objects(world):
    ana, bo, cem = (world.people[role] for role in ("member", "second", "other"))
    world.objects["small circle"] = make_circle(ana.seat, name="Car share", seats=[bo.seat.pk])
    world.objects["foreign small circle"] = make_circle(cem.seat, name="Depot share")


OBJECTS = {
    "groups:circle": "small circle",
    "groups:circle-rename": "small circle",
    "groups:circle-admit": "small circle",
    "groups:circle-leave": "small circle",
}


@fills("groups.small_circle")
def make_a_small_circle(journey) -> None:
    called = {"called": journey.word("groups.small_circle name")}
    journey.send(journey.member, f"/g/{journey.address}/circles/new/", called)


FORMS = [
    TypedForm("groups:circle-make", "member", typed(called="Car & van share"), {"called": BAD}),
    TypedForm("groups:circle-rename", "member", typed(called="Van & <cart>"), {"called": "x" * 61}),
    TypedForm(
        "groups:circle-admit", "member", lambda world: {"seats": str(world.objects["seat"].pk)}, {"seats": "1"},
        stores=("circles_circlewrap",), beside=frozenset({"seats"}),  # a list of choices cannot hold another one
    ),
]  # fmt: skip
BUTTONS = {"groups:circle-leave"}
READ_ONLY = {"groups:circle-list", "groups:circle"}
