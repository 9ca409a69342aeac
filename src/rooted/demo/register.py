"""What the invented groups decided: in force, replaced, corrected, to look at again, burning, burnt."""

from datetime import date, datetime, timedelta
from typing import Any

from rooted.groups.models import Seat
from rooted.register.actions import append_decision, burn_due, correct_decision, mark_done
from rooted.register.decision import Decision, Given
from rooted.register.models import Entry

HANDS = "By hands in each break, more than half"


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Two keep few decisions; the depot has everything that can become of one."""
    _docks(seats["docks"], now.date())
    _depot(seats["depot"], now.date())
    burn_due(now.date())


def _ago(today: date, days: int, **how: Any) -> dict[str, Any]:
    return {"result": Entry.Result.CARRIED, "day": today - timedelta(days=days)} | how


def _docks(seats: dict[str, Seat], today: date) -> None:
    room = Decision(
        title="The back room, every Wednesday",
        text="We take the back room of the Tide Laundry on Wednesdays from six to eight. Whoever opens brings the "
        "kettle.\n\nIf neither of us can, a note hangs on the door by noon.",
        method="Both of us agreed",
        bound="Ana and Bo",
        review_on=today + timedelta(days=5),
    )
    append_decision(seats["Ana"], room, **_ago(today, 70))


def _depot(seats: dict[str, Seat], today: date) -> None:
    cem, dara, ela = seats["Cem"], seats["Dara"], seats["Ela"]
    sundays = Decision(
        title="We meet on Sundays", text="At ten, in the car park behind hall 4.", method=HANDS, bound="All of us"
    )
    first = append_decision(cem, sundays, **_ago(today, 95))
    _walk_out(dara, today, ago=60, hour="five")
    write = Decision(
        title="We ask for the rota two weeks ahead",
        text="One letter from all three shifts, no names under it.\n\n- The rota two weeks ahead\n- No calls on days "
        "off\n- An answer on the board, not in the office",
        tally=("Early shift: 38 for, 4 against", "Late shift: 31 for, 9 against", "Night shift: 12 for, 1 against"),
        method=HANDS,
        bound="All three shifts of Northfold",
        tasks=(Given("Bring the letter to the shift office, two of us", "Dara"),),
        review_on=today + timedelta(days=4),
    )
    append_decision(dara, write, **_ago(today, 21))
    drivers = Decision(
        title="The van drivers are asked to come along",
        text="We ask the drivers of the four firms to send somebody to each meeting.",
        tally=("Early shift: 20 for, 22 against", "Late shift: 24 for, 15 against", "Night shift: 3 for, 10 against"),
        method=HANDS,
    )
    wrong = append_decision(ela, drivers, **_ago(today, 20, result=Entry.Result.NOT_CARRIED))
    tally = ("Early shift: 20 for, 22 against", "Late shift: 24 for, 15 against", "Night shift: 3 for, 11 against")
    again = Decision(title=drivers.title, text=drivers.text, tally=tally, method=HANDS)
    correct_decision(wrong, again, seat=cem, result=Entry.Result.NOT_CARRIED)
    thursdays = Decision(
        title="We meet on Thursdays",
        text="At half past two, when early and late shift are both there. In the canteen of the bus yard.",
        method=HANDS,
        bound="All of us",
    )
    append_decision(ela, thursdays, **_ago(today, 9), supersedes=first)
    flask = Decision(title="A flask and cups for the gate", text="From the tin, up to 30.", method="Nobody was against")
    mark_done(append_decision(cem, flask, **_ago(today, 8)), today=today - timedelta(days=2))
    _walk_out(dara, today, ago=5, hour="two")


def _walk_out(seat: Seat, today: date, *, ago: int, hour: str) -> None:
    """Decided so many days ago; its text burns seven days later."""
    said = Decision(
        title="We walk out",
        text=f"At {hour}, by gate 3, all together. Whoever is called in to the office takes two along.",
        tally=("Early shift: 44 for, 2 against", "Late shift: 39 for, 6 against", "Night shift: 15 for, 3 against"),
        method="By hands in each break, two thirds",
        bound="All three shifts of Northfold",
        tasks=(Given("Tell the drivers the evening before"),),
    )
    append_decision(seat, said, **_ago(today, ago, burns_on=today + timedelta(days=7 - ago)))
