"""What the walks know of posters."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.posters.actions import hang_poster
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, file_given, typed
from tests.walk.journey import fills
from tests.walk.world import canary

OBJECTS = {"posters": "poster"}
NOT_TYPED = {"posters.poster": {"seat", "at", "kind"}}
IN_A_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()


def make_objects(world) -> None:
    world.sealed["poster"] = canary()
    for name, role, place in (("poster", "member", world.sealed["poster"]), ("foreign poster", "other", "Depot")):
        day, told = timezone.localdate() + timedelta(days=3), {"place": place, "kind": "poster-a4"}
        world.objects[name] = hang_poster(world.people[role].seat, told=told, renew_on=day, now=timezone.now())


@fills("posters.poster")
def poster(journey) -> None:
    fields = {name: journey.word(f"posters.poster {name}") for name in ("place", "text", "language", "note")}
    path = reverse("posters:poster-hang", args=[journey.address])
    journey.send(journey.member, path, fields | {"kind": "poster-a4", "renew_on": IN_A_WEEK})


FORMS = [
    TypedForm(
        "posters:poster-make", "member",
        typed(kind="card-a6", languages="en", question="own", own="Rent & “repairs” <too> high?"), {"own": BAD},
        done=file_given,
    ),
    TypedForm(
        "posters:poster-hang", "member",
        typed(place=LINE, text=LINE, language="English & polski", kind="poster-a4", note=TEXT, renew_on=IN_A_WEEK),
        {"renew_on": "2001-01-01"}, stores=("posters_poster",),
    ),
    TypedForm(
        "posters:poster-renew", "member", typed(renew_on=IN_A_WEEK), {"renew_on": "2001-01-01"},
        stores=("posters_poster",),
    ),
]  # fmt: skip
BUTTONS = {"posters:poster-take-down"}
READ_ONLY = {"posters:poster-list"}
