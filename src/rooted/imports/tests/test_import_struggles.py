"""The command: row by row, sums, refusals in one sentence; really killed, and taken up again."""

import json
import os
import signal
import subprocess
import sys
import time
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from rooted.imports.tests import make
from rooted.struggles.models import ImportBatch, Struggle
from rooted.struggles.tests.make import group


@pytest.fixture
def owner(db):
    return group()


def run(path, group="docks"):
    out = StringIO()
    call_command("import_struggles", str(path), group=group, stdout=out)
    return out.getvalue()


def test_every_row_has_its_line_and_the_sums_add_up(owner, tmp_path):
    rows = [make.entry(1), make.entry(2, workers=0), make.entry(3, date="x"), make.entry(1)]
    said = run(make.written(tmp_path, rows))
    assert "     1  1         added\n" in said
    assert "     3  3         left out\n                  Left out: this is no date we can read: x\n" in said
    assert "4 rows: 2 added, 0 already there, 2 left out.\n1 of them has something unclear.\n" in said


def test_the_same_file_again_adds_nothing(owner, tmp_path):
    path = make.written(tmp_path, make.entries(3))
    run(path)
    assert "3 rows: 0 added, 3 already there, 0 left out." in run(path)
    assert (Struggle.objects.count(), ImportBatch.objects.count()) == (3, 1)


@pytest.mark.parametrize("content", [b"", b"[{", b"{}", b"[]", [{"a": 1}], [make.entry(date="x")]])
def test_a_file_that_cannot_be_used_writes_nothing(owner, tmp_path, content):
    with pytest.raises(CommandError) as refusal:
        run(make.written(tmp_path, content))
    assert "\n" not in str(refusal.value)
    assert (Struggle.objects.count(), ImportBatch.objects.count()) == (0, 0)


def test_an_unknown_group_is_named(db, tmp_path):
    with pytest.raises(CommandError, match="no group with the address “nowhere”"):
        run(make.written(tmp_path, make.entries(1)), group="nowhere")


def test_a_terminal_cannot_be_steered_by_the_file(owner, tmp_path):
    said = run(make.written(tmp_path, [make.entry(1, actions=["\x1b[2Jwiped"])]))
    assert ("\x1b" in said, "�[2Jwiped" in said) == (False, True)


SET_UP = "import django; django.setup(); from rooted.struggles.tests import make; make.group()"
COUNT = """
import django, json; django.setup()
from rooted.struggles.models import ImportBatch, Struggle
batch = ImportBatch.objects.get()
print(json.dumps([Struggle.objects.count(), batch.rows_added, batch.rows_done]))
"""


@pytest.fixture
def python(tmp_path):
    """Start Python with these words on a database of its own; the group Docks is there."""
    place = {"ROOTED_DATA": str(tmp_path / "data"), "PYTHONPATH": str(settings.SOURCE / "src"), "ROOTED_DATABASE": ""}
    place = os.environ | place | {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}

    def start(*words):
        return subprocess.Popen([sys.executable, *words], env=place, stdout=subprocess.PIPE, text=True)

    start("-m", "django", "migrate", "-v0").communicate()
    start("-c", SET_UP).communicate()
    return start


@pytest.mark.long
def test_a_killed_import_is_taken_up_and_nothing_is_there_twice(python, tmp_path):
    path = make.written(tmp_path, make.entries(600))
    words = ["-m", "django", "import_struggles", str(path), "--group", "docks"]
    for _ in range(3):
        running = python(*words)
        running.stdout.readline()
        time.sleep(0.1)
        running.send_signal(signal.SIGKILL)
        running.communicate()
    assert "Went on after row" in python(*words).communicate()[0]
    assert json.loads(python("-c", COUNT).communicate()[0]) == [600, 600, 600]
