"""Run by test_jobs.py in its own process: the database goes away while the worker's thread runs, and comes back.

Prints JSON: which jobs were done, and whether the thread ended when it was told to.
"""

import json
import threading
import time

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from rooted.base import jobs  # noqa: E402

jobs.POLL = 0.02
jobs._kinds.clear()  # the product's own jobs have no tables here
done = []


@jobs.job("note")
def note(word):
    done.append(word)


@jobs.job("break")
def fail():
    raise RuntimeError("canary")


def rename(old, new):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {old} RENAME TO {new}")


def wait_for(word):
    deadline = time.monotonic() + 20
    while word not in done and time.monotonic() < deadline:
        time.sleep(0.02)


def main():
    stop = threading.Event()
    worker = threading.Thread(target=jobs.work, args=(stop,))
    worker.start()  # before there is a table at all
    time.sleep(0.1)
    call_command("migrate", "base", verbosity=0, skip_checks=True)
    jobs.enqueue("break")
    jobs.enqueue("note", word="after a failing job")
    wait_for("after a failing job")
    rename("base_job", "away")
    time.sleep(0.2)
    rename("away", "base_job")
    jobs.enqueue("note", word="after the database was away")
    wait_for("after the database was away")
    stop.set()
    worker.join(10)
    print(json.dumps({"done": done, "ended": not worker.is_alive()}))


main()
