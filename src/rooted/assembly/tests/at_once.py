"""Several members running one sitting at the same moment, in threads of their own.

Run as a program by test_at_once.py, on a database file of its own; prints JSON.
"""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()

from django.utils import timezone

from conftest import CHEAP_KIB, found, join, newcomer
from rooted.assembly import calling, filling, running
from rooted.assembly.burning import let_minutes_burn
from rooted.assembly.models import Assembly, Sitting, Speaker
from rooted.assembly.reading import point_rows, read_sitting
from rooted.assembly.tests import make
from rooted.base import seal
from rooted.base.tests import migrated
from rooted.base.tests.at_once import at_once
from rooted.notes.reading import newest_of
from rooted.register.tests.make import decided

LINES = ["a", "b", "c", "d"]


def asked_and_called(members):
    """Four names at once, then one is called by all at once: (names, their places, how many turns)."""
    one = make.sitting(members[0])
    seats = [(member.seat, name) for member, name in zip(members * 2, LINES, strict=False)]
    at_once(*[lambda seat=seat, name=name: running.ask_for_the_word(one, seat=seat, name=name) for seat, name in seats])
    speakers = list(Speaker.objects.filter(sitting=one).order_by("place"))
    at_once(*[lambda: running.give_the_word(speakers[0])] * 3)
    return len(speakers), [row.place for row in speakers], make.fresh(one).turns


def written_down(members):
    """Four lines at once into minutes that nobody began: the lines that stand there, in any order."""
    one = make.sitting(members[0])
    seats = [(member.seat, line) for member, line in zip(members * 2, LINES, strict=False)]
    now = timezone.now()
    at_once(*[lambda seat=s, text=t: running.write_down(one, seat=seat, text=text, now=now) for s, t in seats])
    return sorted(newest_of(members[0].seat, make.fresh(one).minutes).content["text"].split("\n\n"))


def put_on_the_agenda(members):
    """Four points at once: their numbers."""
    made = make.assembly(members[0])
    seats = [(member.seat, title) for member, title in zip(members * 2, LINES, strict=False)]
    at_once(*[lambda seat=s, title=t: calling.add_point(made, seat=seat, title=title) for s, t in seats])
    return sorted(made.points.values_list("place", flat=True)), len(point_rows(members[0].seat, made.points.all()))


def ended_while_asking(members):
    """The sitting ends while somebody asks for the word: what is left of the speaking list."""
    one = make.sitting(members[0])
    first, second = members[0].seat, members[1].seat
    now = timezone.now()
    at_once(
        lambda: running.ask_for_the_word(one, seat=first, name="a"),
        lambda: running.end_sitting(one, seat=second, now=now),
    )
    return Speaker.objects.filter(sitting=one).count()


def ended_by_two(members):
    """Two end one sitting at once: how often the register's words stand in its minutes, and who is still listed."""
    one = make.sitting(members[0])
    decided(members[0])
    make.speaker(members[0], one)
    make.minutes(members[0], one)
    now = timezone.now()
    at_once(*[lambda seat=member.seat: running.end_sitting(one, seat=seat, now=now) for member in members * 2])
    said = newest_of(members[0].seat, make.fresh(one).minutes).content["text"]
    return said.count("Its words:"), Speaker.objects.filter(sitting=one).count()


def called_by_two_taps(members):
    """One phone sends its call four times at once: how many assemblies and sittings there are more."""
    seat, about = members[0].seat, f"Call {next(make.NUMBERS)}"
    met = calling.Met(make.in_days(5), hour="05:30", place="Canteen")
    before = Assembly.objects.count(), Sitting.objects.count()
    called = calling.Called(about)
    at_once(*[lambda: calling.call_assembly(seat, called, met, today=make.today())] * 4)
    return Assembly.objects.count() - before[0], Sitting.objects.count() - before[1]


def confirmed_by_all(members):
    """Two confirm a sheet, twice each, while its writer sends it once more: how often it stands in the minutes."""
    ana, *others = members
    made = make.filled(ana, minutes="Once.")
    values, now = {"points": [], "minutes": "Once.", "tasks": []}, timezone.now()
    deeds = [lambda seat=one.seat: filling.compare_with(made, seat=seat, values=values, now=now) for one in others * 2]
    at_once(*deeds, lambda seat=ana.seat: filling.compare_with(made, seat=seat, values=values, now=now))
    return newest_of(ana.seat, make.fresh(made.sitting).minutes).content["text"].count("Once.")


def counted_by_all(members):
    """All type how many are there at once: the number that counts, and on how many sheets."""
    one, now = make.sitting(members[0]), timezone.now()
    how = {"what": filling.PRESENT, "values": {"present": 41}, "now": now}
    at_once(*[lambda seat=member.seat: filling.fill_in(one, seat=seat, **how) for member in members * 2])
    return read_sitting(members[0].seat, make.fresh(one)).said["present"], one.filled.count()


def written_while_a_day_is_set(members):
    """Minutes begin while their day of burning is set: that day stands on them in any case."""
    one, seat, now = make.sitting(members[0]), members[1].seat, timezone.now()
    at_once(
        lambda: running.write_down(one, seat=seat, text="a", now=now),
        lambda: let_minutes_burn(one.assembly_id, make.in_days(7)),
    )
    return make.fresh(one).minutes.burns_on == make.in_days(7)


def once(members):
    return {
        "ended by two": ended_by_two(members),
        "called": called_by_two_taps(members),
        "confirmed": confirmed_by_all(members),
        "counted": counted_by_all(members),
        "burning": written_while_a_day_is_set(members),
        "asked": asked_and_called(members),
        "minutes": written_down(members),
        "agenda": put_on_the_agenda(members),
        "ended": ended_while_asking(members),
    }


EXPECTED = {
    "ended by two": (1, 0),
    "called": (1, 1),
    "confirmed": 1,
    "counted": (41, 1),
    "burning": True,
    "asked": (4, [1, 2, 3, 4], 1),
    "minutes": LINES,
    "agenda": ([1, 2, 3, 4], 4),
    "ended": 0,
}


def race(rounds):
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    members = [ana, join(newcomer("bo"), ana)]
    return [once(members) for _ in range(rounds)]


if __name__ == "__main__":
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    print(json.dumps(race(int(sys.argv[1]))))
