"""What is sealed stands nowhere in the clear: not in the database, its log, temporary files, logs or cache."""

import base64
import gzip
import os
import subprocess
import sys

import pytest
from django.apps import apps
from django.db import connection
from django.utils.module_loading import import_string

from rooted.circles.kinds import SealedKind
from tests.walk import canaries, scanner
from tests.walk.report import none_wrong
from tests.walk.source import REAL, REPOSITORY

PUBLIC = {"public"}


def declared():
    """Every sealed kind of every sealed.py, with its fields."""
    found = {}
    for path in sorted(REAL.root.glob("*/sealed.py")):
        module = import_string(f"rooted.{path.parent.name}.sealed.__dict__")
        kinds = [value for value in module.values() if isinstance(value, SealedKind)]
        found |= {kind.name: kind.fields for kind in kinds}
    return found


def test_every_sealed_kind_has_a_driver():
    none_wrong(canaries.undriven(declared()))


def every_column():
    """All the database holds, as bytes: what `pg_dump` or a copy of the file would give."""
    pieces = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table == "places_town":
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            for value in (value for row in cursor for value in row):
                binary = isinstance(value, bytes | memoryview)
                pieces.append(bytes(value) if binary else str(value).encode())
    return b"\n".join(pieces)


@pytest.mark.django_db
def test_no_sealed_word_stands_in_any_column():
    words = canaries.Journey().run()
    none_wrong(canaries.unfilled(declared(), words))
    assert scanner.words_in(every_column(), words) == PUBLIC


@pytest.fixture
def left_behind(tmp_path):
    """The folder of a server that was killed after the journey, and the journey's words."""
    folder, temporary = tmp_path / "data", tmp_path / "data" / "tmp"
    temporary.mkdir(parents=True)
    paths = os.pathsep.join([str(REPOSITORY / "src"), str(REPOSITORY)])
    changed = {"ROOTED_DATA": str(folder), "ROOTED_DATABASE": "", "TMPDIR": str(temporary), "PYTHONPATH": paths}
    environment = os.environ | changed | {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
    command = [sys.executable, "-m", "tests.walk.alone", str(folder)]
    with (folder / "output").open("wb") as output:
        subprocess.run(command, env=environment, cwd=REPOSITORY, stdout=output, stderr=output, check=False)
    written = tmp_path / "words"
    assert written.exists(), (folder / "output").read_text()
    return folder, dict(line.split("=") for line in written.read_text().splitlines())


@pytest.mark.long
def test_no_sealed_word_stands_in_any_file_of_a_killed_server(left_behind):
    folder, words = left_behind
    names = {path.name for path in folder.iterdir()}
    assert {"rooted.sqlite3", "rooted.sqlite3-wal", "output", "cache"} <= names
    found = scanner.words_in_folder(folder, words)
    assert found.keys() == PUBLIC, found


WORD = "canary0123456789abcdef"


@pytest.mark.parametrize(
    "coded",
    [
        WORD.encode(),
        WORD.encode("utf-16-le"),
        WORD.encode("utf-16-be"),
        WORD.encode().hex().encode(),
        base64.b64encode(WORD.encode()),
        base64.b64encode(b"x" + WORD.encode() + b"yz"),
        base64.urlsafe_b64encode(b"xy" + WORD.encode()),
        gzip.compress(b"a page with " + WORD.encode(), mtime=0),
        base64.b64encode(gzip.compress(WORD.encode() * 3, mtime=0)),
    ],
)
def test_the_scanner_finds_a_planted_word(coded):
    assert scanner.words_in(b"\0\1before" + b"\n" + coded + b"\nafter", {"it": WORD}) == {"it"}


def test_the_scanner_finds_no_other_word():
    assert scanner.words_in(b"canary0123456789abcdee" * 10, {"it": WORD}) == set()


def test_a_planted_kind_and_a_planted_field_are_found():
    assert len(canaries.undriven({"intake.secret": ("text",), "intake.note": ("text",)})) == 1
    assert len(canaries.unfilled({"intake.note": ("text", "new")}, {"intake.note text": "x"})) == 1


def test_every_app_with_sealed_content_is_installed():
    assert {kind.partition(".")[0] for kind in declared()} <= {config.label for config in apps.get_app_configs()}
