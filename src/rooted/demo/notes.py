"""Announcements, notes and minutes of the invented neighbourhood. No town, firm or person here exists."""

from datetime import datetime, timedelta

from rooted.groups.models import Seat
from rooted.notes.actions import (
    Written,
    announce_to_group,
    count_readings,
    mark_as_read,
    save_note,
    write_note,
)

LAUNDRY = """Ana, Bo and two from the laundry.

# What we know

- One hour is taken off every shift, since two months
- Five of them, all through the agency
- Nobody has a contract that says so

# Who does what

- Bo asks the rota of October
- Ana writes down what each one is owed
"""
LAUNDRY_LATER = """Ana, Bo and three from the laundry.

# What we know

- One hour is taken off every shift, since two months
- Six of them, all through the agency
- Nobody has a contract that says so
- The agency sends a new rota every Friday

# Who does what

- Bo asks the rota of October and November
- Ana writes down what each one is owed
- Nobody signs anything before Wednesday
"""
GATE = """Where we can stand without being sent away, and when people have a minute.

- Gate 2, before the early shift: ten minutes, many from the agency
- Canteen door, half past one: drivers and loaders together
- Bus stop at the yard: after the late shift, only on dry days
"""
WELCOME = """What we tell whoever comes for the first time.

1. We do it with you, not for you
2. Say only what you want to say
3. What is said here stays here

The kettle is in the cupboard on the left.
"""


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Two keep minutes of their meetings; three also count who has read what is announced."""
    ana, bo = seats["docks"]["Ana"], seats["docks"]["Bo"]
    cem, dara, ela = (seats["depot"][name] for name in ("Cem", "Dara", "Ela"))
    week, hour, today = timedelta(days=7), timedelta(hours=1), now.date()
    met = Written("Laundry: our first meeting", LAUNDRY.strip(), today - week)
    minutes = write_note(ana, kind="minutes", written=met, now=now - week)
    later = Written("Laundry: our first meeting", LAUNDRY_LATER.strip(), today - week)
    save_note(minutes, seat=bo, written=later, seen=1, now=now - 20 * hour)
    write_note(
        bo, kind="note", written=Written("For whoever comes the first time", WELCOME.strip()), now=now - 2 * week
    )
    announce_to_group(
        bo,
        title="On Wednesday we meet upstairs",
        text="The back room is being painted. Come up the outside stairs; **for a wheelchair ring Ana**, we carry "
        "the table down.",
        until=today + timedelta(days=3),
        now=now - 5 * hour,
    )
    gate = write_note(cem, kind="note", written=Written("Gates and minutes", GATE.strip()), now=now - 9 * week)
    save_note(gate, seat=ela, written=Written("Gates and breaks", GATE.strip()), seen=1, now=now - week)
    count_readings(cem.group, today=today)
    told = announce_to_group(
        dara,
        title="Agency wants names for the Sunday shift",
        text="Nobody has to answer before Monday. If you were asked by phone, tell Cem or me the hour and the words.",
        until=None,
        now=now - 30 * hour,
    )
    mark_as_read(told, seat=ela, seen=0)
