"""What the walks know of a group's area."""

from django.urls import reverse
from django.utils import timezone

from rooted.areas.actions import publish_area, put_forward, save_bounds, save_text
from rooted.areas.bounds import Bounds
from rooted.areas.models import Area
from rooted.areas.reading import read_area
from tests.faults.typed import BAD, TEXT, TypedForm, typed
from tests.walk.journey import fills
from tests.walk.world import canary

VALUES = {"piece": lambda world: ("near", "nowhere")}
NOT_TYPED = {
    "areas.bounds": {
        "area",
        "number",
        "around",
        "lands",
        "branches",
        "seat",
        "at",
    },  # chosen
    "areas.text": {"area", "name", "number", "before", "seat", "at"},
    "areas.forward": {"area", "number", "seat", "at"},
}


def make_objects(world) -> None:
    """Docks shows strangers what it wrote first; what it wrote since is its own. Depot keeps an area, too."""
    now = timezone.now()
    world.sealed["area text"] = canary()
    seat = world.people["member"].seat
    save_bounds(seat, Bounds(lands=("GB",), branches=("H",)), seen=0, now=now)
    area = save_text(seat, "near", "We read this together.", seen=0, now=now)
    area.refresh_from_db()
    put_forward(area, seat=seat, seen=area.number, now=now)
    opened = read_area(world.people["second"].seat)
    said = {"bounds": opened.bounds, "texts": opened.texts, "today": now.date()}
    publish_area(area, seat=world.people["second"].seat, seen=area.number, **said)
    save_text(seat, "near", world.sealed["area text"], seen=1, now=now)
    save_bounds(world.people["other"].seat, Bounds(lands=("GB",)), seen=0, now=now)


@fills("areas.bounds")
def choose(journey) -> None:
    path = reverse("areas:area-choose", args=[journey.address])
    journey.send(journey.member, path, {"land": "GB", "branch": "H", "km": "25", "town": ""})


@fills("areas.text")
def write(journey) -> None:
    fields = {"text": journey.word("areas.text text")}
    journey.send(journey.member, reverse("areas:text-write", args=[journey.address, "near"]), fields)


@fills("areas.forward")
def forward(journey) -> None:
    journey.send(journey.member, reverse("areas:area-publish", args=[journey.address]), {})
    assert Area.objects.get().forward is not None


FORMS = [
    TypedForm(
        "areas:area-choose", "member",
        typed(keep="land:GB", town="", km="50", land="FR", branch="Q", seen="1"), {"town": "No such town at all"},
        stores=("areas_piece",),
    ),
    TypedForm("areas:text-write", "member", typed(text=TEXT, seen="2"), {"text": BAD}, stores=("areas_piece",)),
]  # fmt: skip
BUTTONS = {"areas:area-publish", "areas:area-take-back"}
READ_ONLY = {"areas:area", "areas:area-public"}
