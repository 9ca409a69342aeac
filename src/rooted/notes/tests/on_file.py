"""Run by test_on_file.py in its own process, on a database file of its own: what needs real threads or real bytes.

Prints JSON.
"""

import json
import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402

from conftest import CHEAP_KIB, found, join, newcomer  # noqa: E402
from rooted.base import seal  # noqa: E402
from rooted.base.tests import migrated  # noqa: E402
from rooted.base.tests.on_file import pieces_found  # noqa: E402
from rooted.circles.actions import checkpoint  # noqa: E402
from rooted.notes.actions import erase_note, withdraw_announcement  # noqa: E402
from rooted.notes.tests import at_once, make  # noqa: E402

seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB


def cast():
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    return ana, join(newcomer("bo"), ana)


def race(rounds):
    ana, bo = cast()
    races = (
        at_once.saves,
        at_once.save_and_erase,
        at_once.readings,
        at_once.reading_and_the_end_of_counting,
        at_once.correction_and_withdrawal,
    )
    return {one.__name__: [one(ana, bo) for _ in range(rounds)] for one in races}


def blobs(items):
    return [bytes(blob) for item in items for blob in (item.key_wrap, item.ciphertext)]


def erasure(_rounds):
    ana, bo = cast()
    note, said, kept = make.note(ana, text="Long. " * 900), make.announcement(ana, text="Long. " * 900), make.note(ana)
    first = blobs([note.versions.get().item])
    make.save(note, bo, "Longer. " * 900)
    hidden = [blobs([version.item for version in note.versions.all()]), blobs([said.item])]
    checkpoint()
    before = [pieces_found(blob) > 100 for blob in hidden]
    erase_note(note)
    withdraw_announcement(said, seat=bo.seat, seen=0, now=timezone.now())
    after = [pieces_found(blob) for blob in (*hidden, first)]
    return before, after, pieces_found(blobs([kept.versions.get().item])) > 5


print(json.dumps({"race": race, "erasure": erasure}[sys.argv[1]](int(sys.argv[2]))))
