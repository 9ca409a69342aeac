"""The whole chronicle goes from one server to a second and a third, each with a data folder of its own: the same."""

import json
import subprocess
import sys
from copy import deepcopy

import pytest
from django.conf import settings

from rooted.operate.tests.machine import command, prepared, surroundings

pytestmark = pytest.mark.long

HEAD = "import django, sys; django.setup()\n"
# All a record can be: whole, corrected, of a list, joined twice over, still going on, withdrawn, hidden, a draft.
FILL = """
from datetime import date
from rooted.exports.tests.make import published, rich
from rooted.imports.tests.make import entries, imported
from rooted.struggles.actions import correct_record, hide_struggle, merge_struggles, withdraw_struggle
from rooted.struggles.tests.make import draft, group
import json
owner = group()
day = lambda number: {"started_on": date(1900 + number, 3, 2), "ended_on": date(1900 + number, 3, 4)}
one, two, three, gone, hidden = published(owner, *[rich(title=f"Record {n}", **day(n)) for n in range(1, 6)])
published(owner, rich(title="Goes on", outcome="goes-on", ended_on=None, points=()))
published(owner, rich(title="Of a decade", started_on=date(1871, 1, 1), started_precision="decade", ended_on=None))
correct_record(two, rich(title="Record 2, put right", **day(2)), words="The day was wrong.", first=1, second=2)
merge_struggles(three, into=two)
merge_struggles(two, into=one)
withdraw_struggle(gone, why="A name stood in it.")
hide_struggle(hidden)
draft(owner)
listed = imported(owner, json.dumps([dict(row, date=f"19{60 + n}/01/15") for n, row in enumerate(entries(3))]))
merge_struggles(listed[0], into=listed[1])
"""
RELEASE = """
from rooted.imports.actions import clear_batch, put_forward
from rooted.imports.tests.make import worker
from rooted.struggles.models import ImportBatch
batch = ImportBatch.objects.filter(cleared_on=None).get()
put_forward(batch, seat=1, running_at_once=True)
clear_batch(batch, seat=2)
worker()
"""
GROUP = "from rooted.struggles.tests.make import group; group('reading-room', 'Reading room')"
EXPORT = """
from rooted.exports.entries import chronicle_file, whole
open(sys.argv[1], "w").writelines(chronicle_file(whole()))
"""
# What must differ, and why.
HEAD_DIFFERS = {"server", "address"}  # they say whose file it is
DIFFERS = {
    "id", "merged_into",  # a copy has a page, and so an address, of its own
    "byline", "published_on", "corrected_on",  # who published it here, and when; the days of corrections travel
    "list", "merged_into_list",  # by what a copy is known: the server it came from, and its number there
}  # fmt: skip


class Server:
    """A server of its own."""

    def __init__(self, folder, name):
        self.data, self.name = prepared(folder / name), name
        self.more = {
            "ROOTED_ADDRESS": f"https://{name}.example", "DJANGO_SETTINGS_MODULE": "rooted.config.settings",
            "PYTHONPATH": str(settings.SOURCE / "src"),
        }  # fmt: skip

    def do(self, script, *words):
        place = surroundings(self.data, **self.more)
        subprocess.run([sys.executable, "-c", HEAD + script, *words], env=place, check=True, timeout=120)

    def bring_in(self, path):
        """What the command says of the file, once it is published."""
        done = command(self.data, "import-struggles", str(path), "--group", "reading-room", **self.more)
        assert (done.returncode, done.stderr) == (0, "")
        self.do(RELEASE)
        return done.stdout

    def export(self, path):
        self.do(EXPORT, str(path))
        return path


def known_by(entry):
    """Its list and number, wherever it is met."""
    known = entry.get("list") or {"set": "rooted-there-example", "number": entry["id"]}
    return known["set"], known["number"]


def leads_to(entry):
    """The same of the record it is one with."""
    if "merged_into" not in entry:
        return None
    known = entry.get("merged_into_list") or {"set": "rooted-there-example", "number": entry["merged_into"]}
    return known["set"], known["number"]


def comparable(path):
    """The file without what must differ, as text; and which record each leads to."""
    file = json.loads(path.read_text())
    head = {name: value for name, value in file.items() if name not in HEAD_DIFFERS | {"struggles"}}
    standing = [entry for entry in file["struggles"] if "withdrawn_on" not in entry]
    entries = [{name: value for name, value in entry.items() if name not in DIFFERS} for entry in deepcopy(standing)]
    for entry in entries:
        for one in entry.get("corrections", ()):
            one.setdefault("origin", entry["record"]["origin"])  # said where it is not who published the record
    return json.dumps([head, entries], ensure_ascii=False), {known_by(one): leads_to(one) for one in standing}


def test_the_whole_chronicle_is_the_same_on_the_next_server_and_on_the_one_after(tmp_path):
    there, here, beyond = (Server(tmp_path, name) for name in ("there", "here", "beyond"))
    there.do(FILL)
    first = there.export(tmp_path / "first.json")
    files = [first]
    for server in (here, beyond):
        server.do(GROUP)
        said = server.bring_in(files[-1])
        assert "added" in said
        files.append(server.export(tmp_path / f"{server.name}.json"))
    text, joined = comparable(first)
    assert (text.count('"format": "rooted-struggle/1"'), sum(into is not None for into in joined.values())) == (8, 3)
    for file in files[1:]:
        assert comparable(file) == (text, joined)
    assert ": 0 added" in here.bring_in(first)
    assert comparable(here.export(tmp_path / "again.json")) == (text, joined)
