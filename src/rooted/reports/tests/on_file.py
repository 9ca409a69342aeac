"""Run by test_on_file.py in its own process, on a database file of its own: real threads, real bytes, a real kill.

Prints JSON.
"""

import json
import os
import signal
import sys

import django

django.setup()


from conftest import CHEAP_KIB, found, join, newcomer  # noqa: E402
from rooted.base import seal  # noqa: E402
from rooted.base.tests import migrated  # noqa: E402
from rooted.base.tests.on_file import pieces_found  # noqa: E402
from rooted.circles.actions import checkpoint  # noqa: E402
from rooted.circles.models import SealedItem  # noqa: E402
from rooted.reports import actions  # noqa: E402
from rooted.reports.models import Report, Version  # noqa: E402
from rooted.reports.tests import at_once, make  # noqa: E402
from rooted.struggles.models import Struggle  # noqa: E402

seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB


def cast():
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    return ana, join(newcomer("bo"), ana)


def race(rounds):
    ana, bo = cast()
    return {one.__name__: [one(ana, bo) for _ in range(int(rounds))] for one in at_once.RACES}


def erasure(_word):
    ana, bo = cast()
    report = make.report(ana, account="Long. " * 900)
    make.save(report, bo, account="Longer. " * 900)
    hidden = [bytes(item.ciphertext) for item in SealedItem.objects.filter(kind__startswith="reports.")]
    checkpoint()
    before = pieces_found(hidden) > 200
    actions.erase_report(report)
    return before, pieces_found(hidden)


def killed(place):
    """Dies, as by kill -9, in the middle of saving or releasing; says nothing."""
    ana, bo = cast()
    report = make.report(ana)
    make.put_forward(report, ana)
    steps = {"saving": "_add_version", "releasing": "publish_record"}
    before = getattr(actions, steps[place])

    def then_dies(*args, **options):
        before(*args, **options)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(actions, steps[place], then_dies)
    if place == "saving":
        make.save(report, bo, account="never said")
    else:
        actions.release_report(make.fresh(report), seat=bo.seat, seen=1, now=make.timezone.now())


def afterwards(_word):
    """What the next start finds: nothing half, and all of it still to be done."""
    row = Report.objects.get()
    kinds = sorted(SealedItem.objects.filter(kind__startswith="reports.").values_list("kind", flat=True))
    return row.number, row.forward_id is not None, Version.objects.count(), Struggle.objects.count(), kinds


DEEDS = {"race": race, "erasure": erasure, "killed": killed, "afterwards": afterwards}
print(json.dumps(DEEDS[sys.argv[1]](sys.argv[2])))
