"""An assembly of the Depot in three sittings: one runs today, one was held last night, one comes. All invented."""

from datetime import datetime, timedelta

from rooted.assembly import calling, filling, running
from rooted.assembly.calling import Called, Met
from rooted.groups.models import Seat

ABOUT = "The agency's answer on Sundays, and the cold store"
NOTICE = "Drivers, loaders, cleaners, agency: all shifts. Everyone speaks, nobody from the office comes in."
SITTINGS = [
    (-1, "22:15", "Night shift", "Canteen, upper floor", "English, Romanian", "Dara", "Ela"),
    (0, "05:30", "Early shift", "Gate 3, under the roof", "English", "Cem", "Ela"),
    (1, "14:20", "Late shift and cleaners", "Loading bay 2", "Romanian, English", "Ela", ""),
]
AGENDA = [
    (
        "Cem",
        "What the agency answered",
        "Half as much again, from March, not for the cleaners. All invented.",
    ),
    ("Dara", "Whether we go on", "Nobody gives a name until all are paid double: that is what three shifts decided."),
    ("Ela", "Breaks in the cold store", "Two have fainted since October."),
    ("Dara", "Who talks with the cleaners", ""),
]
NIGHT = [
    (0, "The letter was read aloud twice, in English and in Romanian. It says nothing of the cleaners."),
    (0, "Some would take half as much again, if it came now. From March is too late for the winter."),
    (1, "We want to hear the early and the late shift before anybody answers."),
    (2, "Thirty minutes in the warm in every two hours: that is what the safety rules say. We look it up."),
]
EARLY = "The same letter was read. Thirty-four of us; nobody wants to answer without the late shift."
BREAK = {"question": "A break of ten minutes now?", "for_it": 38, "against": 2, "abstained": 1}
SHEET = {
    "points": [],
    "minutes": "From the sheet on the wall: two want the warm room to be open at night too.",
    "tasks": ["Copy the safety rules for the cold store"],
}
SPOKEN, WAITING = ["Mihai", "Sana", "Jo"], ["Mihai", "Petra", "Abdi", "Lena"]


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """Called five days ago by three members; the notice hangs, the night shift is through, the early shift sits."""
    members, today = seats["depot"], now.date()
    cem, dara, ela = (members[name] for name in ("Cem", "Dara", "Ela"))
    night, early, late = (
        Met(today + timedelta(days=days), shift, place, hour, language, leads, writes)
        for days, hour, shift, place, language, leads, writes in SITTINGS
    )
    called = Called(ABOUT, NOTICE, notice_days=3, quorum=60)
    made = calling.call_assembly(cem, called, night, today=today - timedelta(days=5))
    calling.hang_notice(made, today=today - timedelta(days=5))
    points = [calling.add_point(made, seat=members[who], title=title, text=text) for who, title, text in AGENDA]
    first = made.sittings.get()
    second = calling.add_sitting(made, seat=cem, met=early)
    calling.add_sitting(made, seat=ela, met=late)
    for number, text in NIGHT:
        running.set_point(first, points[number])
        running.write_down(first, seat=ela, text=text, now=now - timedelta(hours=9))
    for who in (ela, dara):
        filling.fill_in(first, seat=who, what=filling.HANDS, values=BREAK, now=now)
        filling.fill_in(first, seat=who, what=filling.PRESENT, values={"present": 41}, now=now)
    filling.fill_in(first, seat=dara, what=filling.SHEET, values=SHEET, now=now)  # nobody compared it yet
    running.end_sitting(first, seat=ela, now=now - timedelta(hours=8))
    running.set_point(second, points[0])
    running.write_down(second, seat=cem, text=EARLY, now=now)
    for who, number in ((cem, 34), (dara, 36)):  # they have to count again
        filling.fill_in(second, seat=who, what=filling.PRESENT, values={"present": number}, now=now)
    for name in SPOKEN:
        running.give_the_word(running.ask_for_the_word(second, seat=cem, name=name))
    for name in WAITING:
        running.ask_for_the_word(second, seat=cem, name=name)
    calling.call_assembly(
        seats["docks"]["Ana"],
        Called("How we share the back room in winter", "", notice_days=3),
        Met(today + timedelta(days=6), place="Back room of the Tide Laundry", hour="18:30"),
        today=today,
    )
