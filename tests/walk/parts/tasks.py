"""What the walks need of tasks, rota, roles and hand-over."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.tasks import handover, roles, rota
from rooted.tasks.actions import add_task
from rooted.tasks.models import Slot
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import Journey, fills
from tests.walk.world import World, canary

EVERY_DAY = list(range(7))


def make_objects(world: World) -> None:
    """One of each in Docks, and in Depot as the foreign one."""
    today = timezone.localdate()
    soon = today + timedelta(days=3)  # not the day on which a session ends: tests/test_dump.py compares days too
    world.sealed |= {name: canary() for name in ("task", "duty", "role", "section")}
    for prefix, role in (("", "member"), ("foreign ", "other")):
        seat = world.people[role].seat
        said = dict.fromkeys(world.sealed, "Of the depot.") if prefix else world.sealed
        duty = rota.add_duty(
            seat,
            kind="phone",
            name="Phone",
            hour="18:00",
            weekdays=EVERY_DAY,
            every_weeks=1,
            starts_on=soon,
            today=today,
        )
        world.objects |= {
            f"{prefix}task": add_task(seat, said["task"], soon),
            f"{prefix}duty": duty,
            f"{prefix}slot": Slot.objects.filter(duty=duty).order_by("day")[1],
            f"{prefix}role": roles.add_role(seat, name="Keys", about=said["role"]),
            f"{prefix}section": handover.add_section(seat, title="Where the keys are", text=said["section"]),
        }
        handover.want_monthly(seat.group, today=today - timedelta(days=40))
    for name in ("task", "duty", "role", "section"):
        world.objects[name].refresh_from_db()


OBJECTS = {
    "tasks": "task",
    **dict.fromkeys(("tasks:duty-edit", "tasks:duty-take", "tasks:duty-delete"), "duty"),
    **dict.fromkeys(("tasks:slot-take", "tasks:slot-offer"), "slot"),
    **dict.fromkeys(("tasks:role-edit", "tasks:role-take", "tasks:role-release", "tasks:role-delete"), "role"),
    **dict.fromkeys(("tasks:section-edit", "tasks:section-delete"), "section"),
}

NOT_TYPED = {
    "tasks.task": {"seat"},
    "tasks.duty": {"kind", "seat"},
    "tasks.role": {"seat"},
    "tasks.section": {"seat"},
}


def _fill(journey: Journey, sort: str, route: str, shown: str, names: tuple[str, ...], **chosen: object) -> None:
    """Type a canary into each of `names` at `route`, and read them all at `shown`."""
    words = {name: journey.word(f"{sort} {name}") for name in names}
    journey.send(journey.member, reverse(route, args=[journey.address]), words | chosen)
    page = journey.member.get(reverse(shown, args=[journey.address])).content.decode()
    assert all(word in page for word in words.values()), f"{sort} is not on its page"


@fills("tasks.task")
def write_a_task(journey: Journey) -> None:
    _fill(journey, "tasks.task", "tasks:task-add", "tasks:task-list", ("text",))


@fills("tasks.duty")
def put_a_duty_on_the_rota(journey: Journey) -> None:
    chosen = {"kind": "other", "weekdays": ["0", "3"], "every_weeks": "1", "starts_on": str(timezone.localdate())}
    _fill(journey, "tasks.duty", "tasks:duty-add", "tasks:rota", ("name", "hour"), **chosen)


@fills("tasks.role")
def write_down_a_role(journey: Journey) -> None:
    _fill(journey, "tasks.role", "tasks:role-add", "tasks:role-list", ("name", "about"))


@fills("tasks.section")
def write_down_what_only_one_knows(journey: Journey) -> None:
    _fill(journey, "tasks.section", "tasks:section-add", "tasks:hand-over", ("title", "text"))


DUTY = {
    "kind": "other", "name": LINE, "weekdays": "2", "every_weeks": "2", "hour": 'At "six" & <i>later</i>',
    "starts_on": str(timezone.localdate()),
}  # fmt: skip
SEEN = {"seen": "1"}

FORMS = [
    TypedForm("tasks:task-add", "member", typed(text=LINE, due_on="2026-12-24"), {"due_on": "soon"}),
    TypedForm("tasks:task-edit", "member", typed(text=LINE, due_on="2026-12-24"), {"text": BAD}),
    TypedForm(
        "tasks:task-give", "member", lambda world: {"whom": str(world.people["third"].seat.pk)}, {"whom": "nobody"},
        stores=("tasks_task",), beside=frozenset({"whom"}),  # a list of choices cannot hold another one
    ),
    TypedForm("tasks:duty-add", "member", typed(**DUTY), {"starts_on": "soon"}),
    TypedForm("tasks:duty-edit", "member", typed(**DUTY), {"hour": "x" * 61}),
    TypedForm("tasks:role-add", "member", typed(name=LINE, about=TEXT), {"name": BAD}),
    TypedForm("tasks:role-edit", "member", typed(name=LINE, about=TEXT), {"name": BAD}),
    TypedForm(
        "tasks:role-take", "member", typed(months="12"), {"months": "13"}, stores=("tasks_holding",),
        beside=frozenset({"months"}),  # a list of choices cannot hold another one
    ),
    TypedForm("tasks:section-add", "member", typed(title=LINE, text=TEXT), {"title": BAD}),
    TypedForm(
        "tasks:section-edit", "member", typed(title=LINE, text=TEXT, **SEEN), {"seen": "0"},
        beside=frozenset({"seen"}),  # comes back as the new number, with what was said meanwhile above it
    ),
]  # fmt: skip

BUTTONS = {
    "tasks:task-take",
    "tasks:task-release",
    "tasks:task-finish",
    "tasks:task-reopen",
    "tasks:task-delete",
    "tasks:duty-take",
    "tasks:duty-delete",
    "tasks:slot-take",
    "tasks:slot-offer",
    "tasks:role-release",
    "tasks:role-delete",
    "tasks:hand-over-printed",
    "tasks:hand-over-monthly",
    "tasks:section-delete",
}

READ_ONLY = {
    "tasks:task-list",
    "tasks:task-detail",
    "tasks:rota",
    "tasks:rota-print",
    "tasks:role-list",
    "tasks:hand-over",
    "tasks:hand-over-print",
}
