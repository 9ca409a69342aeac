"""Run by test_jobs.py in its own process: whoever compares, joins and parts is killed, again and again, on a real file.

Prints JSON: after how many deaths work was left, how many pairs and compared records there are in the end, how often
the rows differed from the verdicts, and what stands once everything was parted.
"""

import json
import os
import random
import signal
import sys
import threading
import time
from datetime import date, timedelta
from types import SimpleNamespace

import django

django.setup()

from django.core.exceptions import ValidationError  # noqa: E402
from django.db import connections  # noqa: E402
from django.urls import get_resolver  # noqa: E402

from rooted.base import jobs  # noqa: E402
from rooted.base.models import Job  # noqa: E402
from rooted.base.tests import migrated  # noqa: E402
from rooted.doubles import actions, looking  # noqa: E402
from rooted.doubles.models import MERGED, Looked, Pair  # noqa: E402
from rooted.doubles.tests import make  # noqa: E402
from rooted.struggles.actions import found_by_words  # noqa: E402
from rooted.struggles.models import Struggle  # noqa: E402
from rooted.struggles.tests.make import group  # noqa: E402

ROUNDS, YEARS, ALIKE = int(sys.argv[1]), 8, 4
jobs.LEASE = timedelta(milliseconds=40)
jobs.POLL = 0.02
looking.AT_ONCE = 4  # so that there are many pieces to be killed in


def child_of(act):
    for connection in connections.all():  # none must cross a fork, on PostgreSQL no pool of them either
        connection.close()
        getattr(connection, "close_pool", bool)()
    child = os.fork()
    if not child:
        signal.alarm(100)  # should this script fail, no child stays behind
        act()
        os._exit(0)
    return child


def kill(child):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def work():
    jobs.work(threading.Event(), ["quick"])


def join_and_part(seat):
    """Without end, on any pair: join, part, keep, take back."""
    chance = random.Random()
    keys = list(Pair.objects.values_list("pk", flat=True))
    while True:
        pair = Pair.objects.get(pk=chance.choice(keys))
        acts = [
            lambda pair: actions.join_records(pair, stands=chance.choice(["one", "other"]), seat=seat),
            lambda pair: actions.part_again(pair, seat=seat),
            lambda pair: actions.open_again(pair, seat=seat),
        ]
        try:
            chance.choice(acts)(pair)
        except ValidationError:
            continue


def rows_differ():
    """Whether a record leads elsewhere than the verdicts say."""
    leads = {pair.yielding.pk: pair.standing.pk for pair in Pair.objects.filter(verdict=MERGED).whole()}
    ends = dict(leads)
    for _step in leads:
        ends = {key: leads.get(end, end) for key, end in ends.items()}
    return dict(Struggle.objects.exclude(merged_into=None).values_list("pk", "merged_into")) != ends


def compare(owner):
    for number in range(YEARS):
        make.alike(owner, ALIKE, started_on=date(1960 + number, 3, 4))
    jobs.enqueue("doubles-go-on", before="2100-01-01")
    left = 0
    for _round in range(ROUNDS):
        child = child_of(work)
        time.sleep(random.uniform(0.01, 0.25))
        kill(child)
        left += Job.objects.filter(name="doubles-go-on").exists()
    child, deadline = child_of(work), time.monotonic() + 60
    while Job.objects.filter(name="doubles-go-on").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    kill(child)
    return left


def decide(seat):
    wrong = 0
    for _round in range(ROUNDS):
        children = [child_of(lambda: join_and_part(seat)) for _two_at_once in range(2)]
        time.sleep(random.uniform(0.05, 0.4))
        for child in children:
            kill(child)
        wrong += rows_differ()
    return wrong


def main():
    migrated.set_up()
    get_resolver().url_patterns  # noqa: B018
    Job.objects.all().delete()
    owner = group()
    seat = SimpleNamespace(pk=11, group=owner, group_id=owner.pk)
    found = {"left": compare(owner), "pairs": Pair.objects.count(), "looked": Looked.objects.count()}
    found["wrong"] = decide(seat)
    merged = list(Pair.objects.filter(verdict=MERGED))
    for pair in merged:
        actions.part_again(pair, seat=seat)
    found |= {"merged": len(merged), "public": Struggle.objects.public().count()}
    print(json.dumps(found | {"found": len(found_by_words("canteen"))}))


main()
