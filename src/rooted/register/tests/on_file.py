"""Run by test_on_file.py in its own process, on a database file of its own: real threads, real bytes, real kills.

Prints JSON.
"""

import json
import os
import signal
import sys

import django

django.setup()

from django.db import connection, connections  # noqa: E402

from conftest import CHEAP_KIB, found, join, newcomer  # noqa: E402
from rooted.base import seal  # noqa: E402
from rooted.base.tests import migrated  # noqa: E402
from rooted.base.tests.on_file import pieces_found  # noqa: E402
from rooted.circles.actions import checkpoint  # noqa: E402
from rooted.circles.models import SealedItem  # noqa: E402
from rooted.register.actions import burn_due  # noqa: E402
from rooted.register.models import Entry  # noqa: E402
from rooted.register.tests import at_once, make  # noqa: E402

seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
DAY = make.in_days(7)


def cast():
    migrated.set_up()
    ana = found(newcomer("ana"), "Docks")
    return ana, join(newcomer("bo"), ana)


def race(rounds):
    ana, bo = cast()
    return {one.__name__: [one(ana, bo) for _ in range(int(rounds))] for one in at_once.RACES}


def burning(_word):
    """Pieces of a burning text and its tasks in the file: many before, none after; another text is still there."""
    ana, _bo = cast()
    make.decided(ana, text="Long. " * 900, tasks=make.WALK_OUT.tasks, burns_on=DAY)
    hidden = [blob for item in SealedItem.objects.all() for blob in _blobs(item) if item.kind != "groups.seat"]
    kept = _blobs(make.decided(ana).item)
    checkpoint()
    before = pieces_found(hidden) > 100
    burn_due(DAY)
    return before, pieces_found(hidden), pieces_found(kept) > 5


def _blobs(item):
    return [bytes(item.key_wrap), bytes(item.ciphertext)]


class Killer:
    """Ends this process, as by kill -9, before its statement number `at`."""

    def __init__(self, at):
        self.left = at

    def __call__(self, execute, *asked):
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)
        self.left -= 1
        return execute(*asked)


def dies(deed, at):
    """Do it in a child of this process that is killed before its statement number `at`; False if it came to its end."""
    connections.close_all()
    child = os.fork()
    if not child:
        with connection.execute_wrapper(Killer(at)):
            deed()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status == 0 or os.WTERMSIG(status) == signal.SIGKILL, status
    return status != 0


def killed(_word):
    """Kills before every single statement of hanging on an entry, then of burning one.

    Gives for each: whether there were many, the rounds in which something was half done; then how many entries came of
    the first, how many texts the next burning leaves.
    """
    ana, _bo = cast()
    seat = ana.seat
    make.walk_out(ana)
    appending = _rounds(ana, lambda: make.decided(seat, tasks=make.WALK_OUT.tasks))
    burning = _rounds(ana, lambda: burn_due(DAY))
    burn_due(DAY)
    return appending, burning, Entry.objects.filter(burns_on=None).count(), Entry.objects.burning(DAY).count()


def _rounds(ana, deed):
    wrong, place = [], 0
    while dies(deed, place):
        wrong += at_once.wrong(ana)
        if not Entry.objects.burning(DAY).exists():  # killed while the log was being wiped
            make.walk_out(ana)
        place += 1
    return place > 10, wrong + at_once.wrong(ana)


DEEDS = {"race": race, "burning": burning, "killed": killed}
print(json.dumps(DEEDS[sys.argv[1]](sys.argv[2])))
