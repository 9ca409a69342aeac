"""A server killed before every statement of running a sitting; bytes of minutes that burnt.

Run as a program by test_on_file.py, on a database file of its own; prints JSON.
"""

import json
import sys

import django

if __name__ == "__main__":
    django.setup()

from django.db.models import Q, Sum
from django.utils import timezone

from conftest import CHEAP_KIB, found, join, newcomer
from rooted.assembly import calling, filling, running
from rooted.assembly.burning import burn_minutes, let_minutes_burn
from rooted.assembly.models import AgendaPoint, Assembly, FilledSheet, Sitting, Speaker
from rooted.assembly.tests import make
from rooted.ballots.tests.at_once import killed_before
from rooted.base import seal
from rooted.base.tests import migrated
from rooted.base.tests.on_file import pieces_found
from rooted.circles.actions import checkpoint
from rooted.circles.models import SealedItem
from rooted.notes.models import Note, Version
from rooted.register.tests.make import decided
from rooted.tasks.models import Task

MOST = 300  # statements of one deed
SHEET = {"points": ["Breaks", "Pay"], "minutes": "From the sheet.", "tasks": ["Ring Jo"]}
NAMES = ("call", "point", "speaker", "minutes", "present", "sheet", "end", "burn")
ROWS = (Assembly, Sitting, AgendaPoint, Speaker, FilledSheet, Note, Version, Task, SealedItem)


def stands():
    """What there is, in numbers that every deed here changes at several places."""
    sittings = Sitting.objects.all()
    return [
        *(model.objects.count() for model in ROWS),
        sittings.exclude(ended_on=None).count(),
        sittings.exclude(current=None).count(),
        sittings.aggregate(turns=Sum("turns", default=0))["turns"],
        Speaker.objects.exclude(turn=None).count(),
        FilledSheet.objects.exclude(confirmed_on=None).count(),
        Assembly.objects.exclude(ended_on=None).count(),
        Note.objects.exclude(burns_on=None).count(),
    ]


class Deeds:
    """Each method begins a round of its name, and gives the deed that is killed in it."""

    def __init__(self, ana, bo):
        self.ana, self.first, self.second, self.now = ana, ana.seat, bo.seat, timezone.now()

    def sat(self):
        """A sitting in full swing, its point, and who waits to speak."""
        one = make.sitting(self.ana)
        point = make.point(self.ana, one.assembly)
        running.set_point(one, point)
        running.give_the_word(make.speaker(self.ana, one, "Noor"))
        make.minutes(self.ana, one)
        return one, point, make.speaker(self.ana, one, "Jo")

    def typed(self, what, values):
        """What one typed is typed by a second."""
        one, how = self.sat()[0], {"what": what, "values": values, "now": self.now}
        filling.fill_in(one, seat=self.first, **how)
        return lambda: filling.fill_in(one, seat=self.second, **how)

    def call(self):
        met = calling.Met(make.in_days(5), hour="05:30", place="Canteen")
        said = calling.Called(f"Call {next(make.NUMBERS)}")
        return lambda: calling.call_assembly(self.first, said, met, today=make.today())

    def point(self):
        one, point, _waiting = self.sat()
        running.set_point(one, None)
        return lambda: running.set_point(one, point)

    def speaker(self):
        waiting = self.sat()[2]
        return lambda: running.give_the_word(waiting)

    def minutes(self):
        one = self.sat()[0]
        return lambda: running.write_down(one, seat=self.second, text="A line.", now=self.now)

    def present(self):
        return self.typed(filling.PRESENT, {"present": 41})

    def sheet(self):
        return self.typed(filling.SHEET, SHEET)

    def end(self):
        one = self.sat()[0]
        return lambda: running.end_assembly(one.assembly, seat=self.second, now=self.now)

    def burn(self):
        one = self.sat()[0]
        make.filled(self.ana, one, minutes="A sheet that waits.")
        running.end_assembly(one.assembly, seat=self.second, now=self.now)
        let_minutes_burn(one.assembly_id, make.today())
        return lambda: burn_minutes(one.assembly_id, make.today())


def kills(ana, bo):
    """Each deed killed before its first statement, its second … until it ends by itself: [killed often, half done]."""
    decided(ana)
    deeds = Deeds(ana, bo)
    return {name: _killed(getattr(deeds, name)) for name in NAMES}


def _killed(begin):
    """Of each kill what has become more or fewer: nothing, or exactly what the deed does when nobody kills it."""
    deed, before, changes = begin(), stands(), []
    for statements in range(1, MOST):
        ended = killed_before(statements, deed)
        change = [now - then for now, then in zip(stands(), before, strict=True)]
        if any(change):
            changes.append(change)
            deed, before = begin(), stands()
        if ended:
            return [statements > 3, sum(one != changes[-1] for one in changes)]
    raise AssertionError("it never came to its end")


def burning(ana, bo):
    """Pieces of minutes, a sheet, call, agenda, sitting: many in the file before the day, none after; others stay."""
    one, other = make.sitting(ana), make.sitting(ana)
    for sitting in (one, other):
        for _version in range(3):
            make.minutes(bo, sitting, "Long. " * 400)
    make.filled(ana, one, minutes="Long. " * 400)
    make.point(ana, one.assembly, text="Long. " * 40)
    running.end_assembly(one.assembly, seat=bo.seat, now=timezone.now())
    let_minutes_burn(one.assembly_id, make.today())
    told, whole = Q(version_of_a_note__note__minutes_of=one) | Q(filled_sheet__sitting=one), one.assembly_id
    named = Q(assembly=whole) | Q(agenda_point__assembly=whole) | Q(sitting__assembly=whole)
    mine = SealedItem.objects.filter(told | named)
    hidden = [blob for item in mine.distinct() for blob in (bytes(item.key_wrap), bytes(item.ciphertext))]
    kept = SealedItem.objects.get(version_of_a_note__note__minutes_of=other, kind="notes.note")
    checkpoint()
    before = pieces_found(hidden) > 100
    burn_minutes(one.assembly_id, make.today())
    return before, pieces_found(hidden), pieces_found([bytes(kept.ciphertext)]) > 5


def main(what):
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    print(json.dumps({"kills": kills, "burning": burning}[what](ana, join(newcomer("bo"), ana))))


if __name__ == "__main__":
    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    main(sys.argv[1])
