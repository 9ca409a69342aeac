"""What the walks know of the register."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.register.actions import append_decision
from rooted.register.decision import Decision
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import fills
from tests.walk.world import canary

OBJECTS = {"register": "entry"}
NOT_TYPED = {"register.decision": {"in_force_from", "in_force_until", "salt", "origin", "seat"}}
TODAY = timezone.localdate()
LATER = (TODAY + timedelta(days=30)).isoformat()


def make_objects(world) -> None:
    world.sealed["decision"] = canary()
    for foreign, role in (("", "member"), ("foreign ", "other")):
        said = Decision("Depot" if foreign else world.sealed["decision"], "We meet on Mondays.")
        seat = world.people[role].seat
        made = append_decision(seat, said, result="carried", day=TODAY - timedelta(days=3))
        world.objects[f"{foreign}entry"] = made


@fills("register.decision")
def write_a_decision_down(journey) -> None:
    names = ("title", "text", "tally", "method", "bound", "tasks")
    fields = {name: journey.word(f"register.decision {name}") for name in names}
    path = reverse("register:entry-add", args=[journey.address])
    journey.send(journey.member, path, fields | {"result": "carried", "day": TODAY.isoformat()})
    page = journey.member.get(reverse("register:minute-book", args=[journey.address])).content.decode()
    assert all(word in page for word in fields.values()), "a decision is not in its minute book"


def looked(_form, response, _tables) -> bool:
    return b"Nothing found" in response.content


SAID = {
    "title": LINE, "text": TEXT, "result": "not carried", "tally": LINE, "method": LINE, "bound": LINE, "tasks": LINE,
    "in_force_from": TODAY.isoformat(), "in_force_until": LATER, "review_on": LATER,
}  # fmt: skip

FORMS = [
    TypedForm(
        "register:entry-add", "member", typed(**SAID, day=TODAY.isoformat(), burns_on=LATER), {"day": LATER},
        stores=("register_entry",),
    ),
    TypedForm("register:entry-correct", "member", typed(**SAID), {"title": BAD}, stores=("register_entry",)),
    TypedForm(
        "register:entry-burn", "member", typed(day=LATER), {"day": TODAY.isoformat()}, stores=("register_entry",)
    ),
    TypedForm(
        "register:entry-done", "member", typed(state="open", review_on=LATER), {"review_on": "soon"},
        stores=("register_entry",),
    ),
    TypedForm("register:entry-list", "member", typed(words="nowhere"), {"words": BAD}, done=looked),
]  # fmt: skip
BUTTONS = {"register:register-file"}
READ_ONLY = {"register:entry-detail", "register:minute-book"}
