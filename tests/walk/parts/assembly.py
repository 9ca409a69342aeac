"""What the walks need of assemblies, sittings, agendas and speaking lists."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.assembly import calling, filling, running
from rooted.assembly.calling import Called, Met
from rooted.assembly.models import Assembly
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import Journey, fills
from tests.walk.world import World, canary

IN_A_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()


def make_objects(world: World) -> None:
    """One of each in Docks, and in Depot as the foreign one."""
    today = timezone.localdate()
    soon = today + timedelta(days=4)  # not the day on which a session ends: tests/test_dump.py compares days too
    names = ("assembly", "sitting", "agenda point", "speaker", "minutes of a sitting", "filled sheet")
    world.sealed |= {name: canary() for name in names}
    for prefix, role in (("", "member"), ("foreign ", "other")):
        seat = world.people[role].seat
        said = dict.fromkeys(world.sealed, "Of the depot.") if prefix else world.sealed
        met = Met(soon, place=said["sitting"], hour="05:30", shift="Early shift")
        made = calling.call_assembly(seat, Called(said["assembly"], notice_days=3), met, today=today)
        calling.add_sitting(made, seat=seat, met=met)
        first = made.sittings.get(place=1)
        point = calling.add_point(made, seat=seat, title=said["agenda point"])
        calling.add_point(made, seat=seat, title="Pay")
        speaker = running.ask_for_the_word(first, seat=seat, name=said["speaker"])
        running.write_down(first, seat=seat, text=said["minutes of a sitting"], now=timezone.now())
        sheet = {"points": [], "minutes": said["filled sheet"], "tasks": []}
        filling.fill_in(first, seat=seat, what=filling.SHEET, values=sheet, now=timezone.now())
        found = {"assembly": made, "sitting": first, "agenda point": point, "speaker": speaker}
        found["filled sheet"] = first.filled.get()
        world.objects |= {f"{prefix}{name}": row for name, row in found.items()}
    for name in found:
        world.objects[name].refresh_from_db()


SITTING = (
    "detail", "edit", "erase", "screen", "sheets", "sheet", "end", "point", "present", "hands", "task",
)  # fmt: skip
OBJECTS = {
    "assembly": "assembly",
    **{f"assembly:sitting-{deed}": "sitting" for deed in SITTING},
    **dict.fromkeys(("assembly:minutes-add", "assembly:speaker-add"), "sitting"),
    **{f"assembly:agenda-{deed}": "agenda point" for deed in ("edit", "move", "erase")},
    **{f"assembly:speaker-{deed}": "speaker" for deed in ("call", "erase")},
    **{f"assembly:sheet-{deed}": "filled sheet" for deed in ("confirm", "erase")},
}

NOT_TYPED = {
    "assembly.assembly": {"notice_days", "quorum", "seat", "urgent", "seconder"},
    "assembly.point": {"seat"},
    "assembly.sitting": {"hour", "new_first", "present", "counted", "checked"},
    "assembly.filled": {"what", "heading", "seat"},
}


def _page(journey: Journey, route: str, pk: int) -> str:
    return journey.member.get(reverse(route, args=[journey.address, pk])).content.decode()


@fills("assembly.assembly")
def call_an_assembly(journey: Journey) -> None:
    words = {name: journey.word(f"assembly.assembly {name}") for name in ("about", "notice")}
    chosen = {"day": IN_A_WEEK, "hour": "05:30", "place": "Canteen", "notice_days": "3", "quorum": "0"}
    journey.send(journey.member, reverse("assembly:assembly-call", args=[journey.address]), words | chosen)
    page = _page(journey, "assembly:assembly-notice", Assembly.objects.get().pk)
    assert all(word in page for word in words.values()), "an assembly is not on its notice"


@fills("assembly.point")
def put_a_point_on_the_agenda(journey: Journey) -> None:
    words = {name: journey.word(f"assembly.point {name}") for name in ("title", "text")}
    made = Assembly.objects.get()
    journey.send(journey.member, reverse("assembly:agenda-add", args=[journey.address, made.pk]), words)
    page = _page(journey, "assembly:assembly-detail", made.pk)
    assert all(word in page for word in words.values()), "a point is not on the agenda"


@fills("assembly.sitting")
def add_a_sitting(journey: Journey) -> None:
    fields = ("shift", "place", "language", "facilitator", "minute_taker")
    words = {name: journey.word(f"assembly.sitting {name}") for name in fields}
    made = Assembly.objects.get()
    address = reverse("assembly:sitting-add", args=[journey.address, made.pk])
    journey.send(journey.member, address, words | {"day": IN_A_WEEK, "hour": "21:30"})
    page = _page(journey, "assembly:assembly-detail", made.pk)
    assert all(word in page for word in words.values()), "a sitting is not on its assembly's page"


@fills("assembly.speaker")
def ask_for_the_word(journey: Journey) -> None:
    word = journey.word("assembly.speaker name")
    sitting = Assembly.objects.get().sittings.get(place=2)
    journey.send(journey.member, reverse("assembly:speaker-add", args=[journey.address, sitting.pk]), {"name": word})
    assert word in _page(journey, "assembly:sitting-detail", sitting.pk), "a name is not on the speaking list"


@fills("assembly.filled")
def type_in_a_sheet(journey: Journey) -> None:
    word = journey.word("assembly.filled typed")
    sitting = Assembly.objects.get().sittings.get(place=2)
    address = reverse("assembly:sitting-sheet", args=[journey.address, sitting.pk])
    journey.send(journey.member, address, {"points": "", "minutes": word, "tasks": ""})
    assert word in _page(journey, "assembly:sitting-detail", sitting.pk), "a sheet does not wait on its sitting's page"


ABOUT = {"about": LINE, "notice": TEXT, "notice_days": "3", "quorum": "40"}
MET = {"day": IN_A_WEEK, "hour": "05:30", "place": LINE, "shift": 'The "late" shift', "language": "English & Polish"}
LED = MET | {"facilitator": "Noor & Jo", "minute_taker": "Sana"}
SEEN = {"seen": "1"}
HANDS = {"question": LINE, "for_it": "38", "against": "2", "abstained": "1"}

FORMS = [
    TypedForm("assembly:assembly-call", "member", typed(**ABOUT, **MET), {"day": "soon"}),
    TypedForm("assembly:assembly-edit", "member", typed(**ABOUT, **SEEN), {"about": BAD}),
    TypedForm("assembly:agenda-add", "member", typed(title=LINE, text=TEXT), {"title": BAD}),
    TypedForm("assembly:agenda-edit", "member", typed(title=LINE, text=TEXT, **SEEN), {"title": BAD}),
    TypedForm("assembly:sitting-add", "member", typed(**LED), {"day": "soon"}),
    TypedForm("assembly:sitting-edit", "member", typed(**LED, **SEEN), {"hour": "early"}),
    TypedForm("assembly:sitting-present", "member", typed(present="41"), {"present": "forty"}),
    TypedForm("assembly:sitting-hands", "member", typed(**HANDS), {"against": "-1"}),
    TypedForm("assembly:sitting-task", "member", typed(text=LINE, due_on="2026-12-24"), {"due_on": "soon"}),
    TypedForm("assembly:sitting-sheet", "member", typed(points=LINE, minutes=TEXT, tasks=LINE), {"points": BAD}),
    TypedForm("assembly:sheet-confirm", "member", typed(points=LINE, minutes=TEXT, tasks=LINE), {"tasks": BAD}),
    TypedForm("assembly:minutes-add", "member", typed(text=TEXT), {"text": BAD}),
    TypedForm("assembly:speaker-add", "member", typed(name="Noor & Jo"), {"name": "x" * 61}),
]

BUTTONS = {
    "assembly:assembly-hang",
    "assembly:assembly-second",
    "assembly:assembly-end",
    "assembly:assembly-erase",
    "assembly:agenda-move",
    "assembly:agenda-erase",
    "assembly:sitting-erase",
    "assembly:sitting-end",
    "assembly:sitting-point",
    "assembly:speaker-call",
    "assembly:speaker-erase",
    "assembly:sheet-erase",
}

READ_ONLY = {
    "assembly:assembly-list",
    "assembly:assembly-detail",
    "assembly:assembly-notice",
    "assembly:sitting-detail",
    "assembly:sitting-screen",
    "assembly:sitting-sheets",
}
