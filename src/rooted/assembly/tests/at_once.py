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
from rooted.assembly import calling, running
from rooted.assembly.models import Speaker
from rooted.assembly.reading import point_rows
from rooted.assembly.tests import make
from rooted.base import seal
from rooted.base.tests import migrated
from rooted.base.tests.at_once import at_once
from rooted.notes.reading import newest_of

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


def once(members):
    return {
        "asked": asked_and_called(members),
        "minutes": written_down(members),
        "agenda": put_on_the_agenda(members),
        "ended": ended_while_asking(members),
    }


EXPECTED = {
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
