"""Run by test_jobs.py in its own process: workers are started and killed, again and again, on a real database file.

Prints JSON: what the table of effects holds, how many workers died inside a job, how many jobs were left then.
"""

import json
import os
import random
import select
import signal
import sys
import threading
import time
from datetime import timedelta

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection, connections  # noqa: E402

from rooted.base import jobs  # noqa: E402
from rooted.base.models import Job  # noqa: E402

ROUNDS, JOBS = int(sys.argv[1]), int(sys.argv[2])
jobs.LEASE = timedelta(milliseconds=40)
jobs.POLL = 0.02
jobs._kinds.clear()  # the product's own jobs have no tables here
reader, writer = os.pipe()


def write(number, part):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO effect VALUES (%s, %s)", [number, part])


@jobs.job("effect")
def effect(number):
    os.write(writer, b"(")
    write(number, "first half")
    time.sleep(0.015)
    write(number, "second half")
    jobs.enqueue("follow", number=number)
    os.write(writer, b")")


@jobs.job("follow")
def follow(number):
    write(number, "follow")


def start_worker():
    connections.close_all()  # a connection must not cross a fork
    child = os.fork()
    if not child:
        signal.alarm(100)  # should this script fail, no worker stays behind
        jobs.work(threading.Event(), ["quick"])
    return child


def kill(child):
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def marks(seconds):
    """What the jobs have marked: "(" at a first write, ")" after a last one; waits so long for something."""
    ready, _, _ = select.select([reader], [], [], seconds)
    return os.read(reader, 100_000) if ready else b""


def one_round(aimed):
    """True if the worker was killed between a job's first write and its last; `aimed` waits until one is inside."""
    child = start_worker()
    made = marks(5) if aimed else b""
    time.sleep(random.uniform(0, 0.012 if aimed else 0.12))
    kill(child)
    return (made + marks(0)).endswith(b"(")


def finish():
    child = start_worker()
    deadline = time.monotonic() + 60
    while Job.objects.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    kill(child)


def found(query):
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


def main():
    call_command("migrate", "base", verbosity=0, skip_checks=True)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE effect (number integer, part text)")
    for number in range(JOBS):
        jobs.enqueue("effect", number=number)
    inside = sum(one_round(aimed=number % 2 == 0) for number in range(ROUNDS))
    left = Job.objects.count()
    finish()
    effects = found("SELECT number, part FROM effect ORDER BY number, part")
    whole = found("PRAGMA integrity_check")[0][0]
    print(json.dumps({"effects": effects, "inside": inside, "left": left, "whole": whole}))


main()
