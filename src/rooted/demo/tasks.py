"""What the invented groups have to do, who stands on their rotas, who answers for what."""

from datetime import datetime, timedelta
from typing import Any

from rooted.groups.models import Seat
from rooted.tasks import actions, handover, roles, rota
from rooted.tasks.models import Holding, Slot

# (group, what, days until it is due, who has it, who is asked)
TASKS: list[tuple[str, str, int | None, str, str]] = [
    ("docks", "Copy 200 strips, English and Polish", 2, "Bo", ""),
    ("docks", "Ask the laundry whether we can have the back room in December", -1, "", ""),
    ("docks", "Write down what we say to somebody who rings about a deposit", None, "Ana", ""),
    ("docks", "Bring the box of leaflets to the parcel hub, gate 3", 5, "", "Ana"),
    ("docks", "Find somebody who reads Romanian", None, "", ""),
    ("depot", "Copy the agency's new pay sheet, without names", 1, "Dara", ""),
    ("depot", "Tea and a flask for the gate on Thursday", 3, "", "Ela"),
    ("depot", "Ask the night shift which break they want first", 6, "", ""),
    ("merrow-flats", "Photograph the damp in the stairwell of block 2", 4, "Fay", ""),
]
DONE = [
    ("docks", "Tell the bus drivers about Wednesday", 6),
    ("depot", "Print the phone number small, for pockets", 12),
]

# (group, kind, own words, hour, weekdays, weeks, who takes the days in turn; "" is nobody)
DUTIES: list[tuple[str, str, str, str, list[int], int, list[str]]] = [
    ("docks", "phone", "", "18:00 to 20:00", [0, 2, 4], 1, ["Ana", "Bo", "", "Bo", "Ana", ""]),
    ("docks", "drop-in", "Back room of the laundry", "18:00", [2], 1, ["Bo", "Ana", "", ""]),
    ("depot", "other", "At the gate before the early shift", "05:15", [3], 1, ["Cem", "Dara", "Ela", ""]),
    ("depot", "mailbox", "", "", [0], 2, ["Ela", "", ""]),
]
CANNOT = [("docks", "Bo", 3), ("depot", "Dara", 1)]  # the first day from so many days on that they cannot keep

# (group, name, what it involves, [(who, days until it ends)])
ROLES: list[tuple[str, str, str, list[tuple[str, int]]]] = [
    ("docks", "Keys of the back room", "Opens on Wednesdays at half past five, locks, brings the till home.",
     [("Ana", 160), ("Bo", 160)]),
    ("docks", "Money", "Counts the tin with a second one, writes it into the blue book, once a month.", [("Bo", 9)]),
    ("depot", "The phone", "Charges it, pays it, hands it to whoever stands on the rota.", [("Cem", 90), ("Ela", 200)]),
    ("depot", "Talks with the cleaners", "Goes to their break, Tuesdays at ten at night.", [("Dara", 40)]),
]  # fmt: skip

# What each group's hand-over says.
SECTIONS = [
    ("docks", "Where the keys are", "One with Ana, one with Bo. The third hangs in the laundry: ask at the counter."),
    ("docks", "Whom to ring", "The room: the woman at the counter. The copier: the corner shop, before four.\n"
     "Advice on wages: the Thursday office at the library, they take walk-ins."),
    ("docks", "What is paid, and when", "The phone, 6 a month, on the 3rd, from the tin."),
    ("depot", "Where things are", "Leaflets and the flask: in Dara's locker. The banner: at Cem's, behind the door."),
]  # fmt: skip


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Tasks taken, asked for and late; rotas with gaps and a day somebody cannot keep; a role that ends soon."""
    today = now.date()
    for address, text, days, who, whom in TASKS:
        _task(seats[address], text, None if days is None else today + timedelta(days=days), who, whom)
    for address, text, ago in DONE:
        done = actions.add_task(next(iter(seats[address].values())), text)
        actions.finish_task(done, today=today - timedelta(days=ago))
    for duty in DUTIES:
        _duty(seats, *duty, now=now)
    for address, who, days in CANNOT:
        seat = seats[address][who]
        held = Slot.objects.filter(held_by=seat, day__gte=today + timedelta(days=days))
        rota.offer_slot(held.earliest("day"), seat=seat, today=today)
    for address, name, about, holders in ROLES:
        role = roles.add_role(next(iter(seats[address].values())), name=name, about=about)
        for who, left in holders:
            held_by = roles.take_role(role, seat=seats[address][who], months=12, today=today)
            Holding.objects.filter(pk=held_by.pk).update(ends_on=today + timedelta(days=left))
    for address, title, text in SECTIONS:
        handover.add_section(next(iter(seats[address].values())), title=title, text=text)
    handover.want_monthly(next(iter(seats["docks"].values())).group, today=today - timedelta(days=20))


def _task(members: dict[str, Seat], text: str, due_on: Any, who: str, whom: str) -> None:
    first = next(iter(members.values()))
    task = actions.add_task(first, text, due_on)
    if who:
        actions.take_task(task, seat=members[who])
    if whom:
        actions.ask_for_task(
            task, whom=members[whom], seat=next(one for one in members.values() if one is not members[whom])
        )


def _duty(
    seats: dict[str, dict[str, Seat]],
    address: str,
    kind: str,
    name: str,
    hour: str,
    weekdays: list[int],
    weeks: int,
    turns: list[str],
    *,
    now: datetime,
) -> None:
    members, today = seats[address], now.date()
    first = next(iter(members.values()))
    how = {"kind": kind, "name": name, "hour": hour, "every_weeks": weeks, "starts_on": today}
    duty = rota.add_duty(first, **how, weekdays=weekdays, today=today)
    for slot, who in zip(duty.slots.order_by("day"), turns, strict=False):
        if who:
            rota.take_slot(slot, seat=members[who], today=today)
