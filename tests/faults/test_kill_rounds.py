"""A real server under load is killed again and again; after each restart everything acknowledged is there."""

import json
import os
import random
import time

import pytest
from django.conf import settings

from rooted.imports.tests.make import entry
from rooted.operate.tests.machine import command, free_port, prepared
from tests.faults import checks, entering, load
from tests.faults.invariants import broken, in_clear
from tests.faults.loaded import SERVE, Loaded, kill
from tests.faults.real import seeded
from tests.walk.report import none_wrong

pytestmark = [pytest.mark.long, pytest.mark.skipif(bool(settings.DATABASE), reason="kills SQLite's server")]

ROUNDS = int(os.environ.get("ROOTED_KILL_ROUNDS", "16"))
LEAST_INSIDE = ROUNDS * 3 // 10
ROWS = 200
IMPORT = """
import sys
from django.core.management import call_command
call_command("import_struggles", sys.argv[1], group="docks")
"""


def list_of(folder, number):
    """A list of struggles of its own for a round."""
    path = folder / f"list-{number}.json"
    path.write_text(json.dumps([entry(number * 1_000 + row) for row in range(ROWS)]))
    return path


def enters(number):
    """Whether people found, join and change passphrases in this round: every third, for these take their time."""
    return number % 3 == 1


class Rounds:
    """The same folder through all rounds."""

    def __init__(self, folder):
        self.folder, self.data, self.port = folder, prepared(folder / "data"), free_port()
        self.seeded = seeded(self.data, ROUNDS)
        self.inside = self.checked = self.kept = self.unanswered = self.entrances = 0
        self.wrong = []
        self.journals = []
        self.loaded = Loaded(self.data)
        self.process = self.serve()

    def serve(self):
        server = self.loaded.start(SERVE, str(self.port))
        assert any(line.startswith("Stop it") for line in server.stdout), "the server did not start"
        return server

    def one(self, number):
        """Load, kill, start again, look."""
        journal, processes = load.Journal(), [self.process]
        file = list_of(self.folder, number) if number % 10 == 9 else None
        if file is not None:
            processes.append(self.loaded.start(IMPORT, str(file)))
            processes[-1].stdout.readline()
        more = [entering.entrances] if enters(number) else []
        writers = load.start(self.port, self.seeded, number, journal, *more)
        journal.wait_for(random.randint(1, 12))
        if more:
            journal.wait_for(random.randint(0, 4), 8.0, entering.KINDS)
        time.sleep(random.uniform(0, 0.05))
        killed_at = kill(*processes)
        for writer in writers:
            writer.join()
        self.process = self.serve()
        self.look(number, journal, killed_at)
        if file is not None:
            self.import_again(number, file)

    def look(self, number, journal, killed_at):
        self.inside += bool(journal.in_flight(killed_at))
        self.journals.append(journal)
        pages = checks.Pages(self.port, self.seeded, number)
        entered, looked_at = entering.compare(self.port, journal)
        self.entrances += looked_at
        found = (
            entered + journal.wrong + pages.compare(journal) + broken(self.data, self.seeded["periodic"], b"zqcanary ")
        )
        self.wrong += [f"round {number}: {line}" for line in found]
        self.checked += pages.checked + looked_at
        self.kept += pages.kept
        self.unanswered += len([write for write in journal.writes if not write.acknowledged])

    def import_again(self, number, file):
        """What the killed command left is finished by the next, and a third adds nothing."""
        for wanted in (None, f"{ROWS} rows: 0 added, {ROWS} already there"):
            done = command(self.data, "import-struggles", str(file), "--group", "docks")
            if done.returncode or (wanted and wanted not in done.stdout):
                self.wrong.append(f"round {number}: the import ended with {done.stdout[-300:]} {done.stderr[-300:]}")
        self.checked += ROWS

    def end(self):
        """All that any round acknowledged, once more after the last kill."""
        shelf = checks.on_shelf(checks.Pages(self.port, self.seeded, 0).member)
        for number, journal in enumerate(self.journals):
            pages = checks.Pages(self.port, self.seeded, number, at_the_end=True)
            self.wrong += [f"at the end, of round {number}: {line}" for line in pages.compare(journal, shelf)]
        kill(self.process)
        self.loaded.end()


def test_after_every_kill_all_that_was_acknowledged_is_there(tmp_path, capsys):
    rounds = Rounds(tmp_path)
    try:
        for number in range(ROUNDS):
            rounds.one(number)
        rounds.end()
    finally:
        rounds.process.kill()
    with capsys.disabled():
        print(f"\nkill rounds: {ROUNDS}, in a write: {rounds.inside}, acknowledged writes checked: {rounds.checked}")
        print(f"groups founded, newcomers let in, passphrases changed: {rounds.entrances}")
        print(f"unanswered writes: {rounds.unanswered}, of which {rounds.kept} had been kept whole")
    none_wrong(rounds.wrong)
    assert rounds.inside >= LEAST_INSIDE


def test_a_planted_word_in_clear_is_found(tmp_path):
    (tmp_path / "rooted.sqlite3-wal").write_bytes(b"\0\0zqcanary letter\0")
    assert in_clear(tmp_path, b"zqcanary ") == ["nothing is written in clear: rooted.sqlite3-wal"]
