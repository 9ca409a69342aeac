"""Reading, publishing and taking back a list are killed again and again: nothing is there twice, nothing is lost."""

import json
import os
import random
import secrets
import signal
import time
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from rooted.imports.tests.make import entries
from rooted.operate.tests.machine import prepared
from tests.faults.loaded import Loaded, kill

pytestmark = pytest.mark.long

ROWS, KILLS = 600, max(5, int(os.environ.get("ROOTED_KILL_ROUNDS", "5")) // 5)
MIGRATE = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
"""
BEGIN = """
import sys
from rooted.struggles.tests.make import group
from rooted.imports.actions import packed, start_import, take_file
file = take_file(packed([open(sys.argv[1], "rb").read()]), name="list.json", group=group())
start_import(file)
"""
# A worker whose predecessor's lease has run out: at work until somebody kills it, or until nothing is left to do.
WORK = """
from django.utils import timezone
from rooted.base import jobs
from rooted.base.models import Job
Job.objects.update(lease_until=None)
print("ready", flush=True)
while Job.objects.filter(name__startswith="imports-", once=None, failed_on=None).exists():
    jobs.run_one(timezone.now())
"""
RELEASE = """
from rooted.imports.actions import clear_batch, put_forward
from rooted.struggles.models import ImportBatch
batch = ImportBatch.objects.get()
put_forward(batch, seat=1)
clear_batch(batch, seat=2)
"""
UNDO = """
from rooted.imports.actions import undo_import
from rooted.struggles.models import ImportBatch
undo_import(ImportBatch.objects.get(), why="All wrong.")
"""
LOOK = """
import json
from rooted.base.models import Job, SearchEntry
from rooted.imports.models import FilePart, ImportFile, ImportNote
from rooted.struggles.models import Coding, Employer, ImportBatch, Location, Source, Struggle
row = ImportBatch.objects.values().first() or {}
print(json.dumps({
    "records": Struggle.objects.count(), "public": Struggle.objects.public().count(),
    "ids": Struggle.objects.exclude(external_id="").values("external_id").distinct().count(),
    "withdrawn": Struggle.objects.filter(withdrawn_why="All wrong.").count(),
    "rows": [model.objects.count() for model in (Coding, Employer, Location, Source)],
    "found": SearchEntry.objects.count(), "notes": ImportNote.objects.count(),
    "file": ImportFile.objects.count() + FilePart.objects.count(),
    "at_work": Job.objects.filter(name__startswith="imports-", once=None).count(),
    "failed": Job.objects.exclude(failed_on=None).count(),
    "batch": {name: None if row.get(name) is None else str(row[name]) for name in
              ("rows_done", "rows_added", "rows_known", "rows_unclear", "finished_on", "published_on", "undone_on")},
}))
"""


@contextmanager
def database():
    """The address of an empty database beside the suite's own; "" for SQLite, whose file lies in the data folder."""
    if not settings.DATABASE:
        yield ""
        return
    import psycopg  # noqa: PLC0415 - there where PostgreSQL is used

    name = f"killed_{secrets.token_hex(6)}"
    with psycopg.connect(settings.DATABASE, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield urlsplit(settings.DATABASE)._replace(path=f"/{name}").geturl()
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


class Machine:
    """One database, and programs on it that can be killed."""

    def __init__(self, data, address):
        self.loaded = Loaded(data if address else prepared(data), ROOTED_DATABASE=address)
        self.do = self.loaded.run
        if address:
            self.do(MIGRATE)

    def look(self):
        return json.loads(self.do(LOOK))

    def work_and_be_killed(self, seconds):
        """A worker that is killed after so many seconds; whether it still had something to do."""
        worker = self.loaded.start(WORK)
        worker.stdout.readline()
        time.sleep(seconds)
        kill(worker)
        return worker.returncode == -signal.SIGKILL

    def until_done(self):
        """Killed at moments nobody foresaw, sooner than all can be done; then left alone. How often, what is there."""
        chance = random.Random()
        killed = sum(self.work_and_be_killed(chance.uniform(0.05, 0.5)) for _ in range(KILLS))
        self.do(WORK)
        return killed, self.look()


@pytest.fixture
def machine(tmp_path):
    path = tmp_path / "list.json"
    path.write_text(json.dumps(entries(ROWS, workers=0)))
    with database() as address:
        machine = Machine(tmp_path / "data", address)
        machine.do(BEGIN, str(path))
        yield machine
        machine.loaded.end()


WHOLE = {"rows_done": str(ROWS), "rows_added": str(ROWS), "rows_known": "0", "rows_unclear": str(ROWS)}


def sums(seen):
    return {name: seen["batch"][name] for name in WHOLE}


def test_an_import_killed_in_reading_and_publishing_is_whole(machine):
    killed, seen = machine.until_done()
    assert killed > 0
    assert (seen["records"], seen["ids"], seen["notes"], seen["file"], sums(seen)) == (ROWS, ROWS, ROWS, 0, WHOLE)
    assert seen["rows"] == [4 * ROWS, ROWS, ROWS, ROWS]
    machine.do(RELEASE)
    killed, seen = machine.until_done()
    assert killed > 0
    assert (seen["public"], seen["found"], seen["failed"], bool(seen["batch"]["published_on"])) == (ROWS, ROWS, 0, True)


def test_taking_back_before_publication_killed_leaves_nothing(machine):
    machine.work_and_be_killed(0.5)
    machine.do(UNDO)
    _killed, seen = machine.until_done()
    assert (seen["records"], seen["rows"], seen["notes"], seen["file"]) == (0, [0] * 4, 0, 0)
    assert (seen["batch"]["rows_done"], seen["failed"]) == (None, 0)


def test_taking_back_after_publication_killed_withdraws_every_record_once(machine):
    for script in (RELEASE, UNDO):
        machine.until_done()
        machine.do(script)
    _killed, seen = machine.until_done()
    assert (seen["records"], seen["public"], seen["withdrawn"], seen["found"]) == (ROWS, 0, ROWS, 0)
    assert (bool(seen["batch"]["undone_on"]), seen["failed"]) == (True, 0)
