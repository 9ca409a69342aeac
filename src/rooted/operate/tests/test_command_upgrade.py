"""`./rooted upgrade`, as another process."""

import os
import sqlite3
import time

import pytest

from rooted.operate.tests.machine import command, free_port, prepared, server


@pytest.fixture
def older(tmp_path):
    """A data folder whose database lacks one migration and holds a table that can be found again."""
    prepared(tmp_path)
    assert command(tmp_path, "migrate", "base", "0001_first").returncode == 0
    opened = sqlite3.connect(tmp_path / "rooted.sqlite3")
    opened.execute("CREATE TABLE kept AS SELECT 'as it was' AS word")
    opened.commit()
    opened.close()
    return tmp_path


@pytest.mark.long
def test_a_second_upgrade_has_nothing_to_do(tmp_path):
    prepared(tmp_path)
    done = command(tmp_path, "upgrade")
    assert (done.stdout, done.stderr) == ("Everything is up to date. Start with ./rooted\n", "")
    assert not (tmp_path / "before-upgrade").exists()


@pytest.mark.long
def test_the_database_is_copied_before_it_is_changed(older):
    done = command(older, "upgrade")
    (copy,) = (older / "before-upgrade").iterdir()
    opened = sqlite3.connect(copy)
    assert opened.execute("SELECT word FROM kept").fetchall() == [("as it was",)]
    opened.close()
    assert f'cp "{copy}" "{older}/rooted.sqlite3"' in done.stdout
    assert copy.stat().st_mode & 0o777 == 0o600


@pytest.mark.long
def test_copies_older_than_35_days_are_deleted(tmp_path):
    prepared(tmp_path)
    folder = tmp_path / "before-upgrade"
    folder.mkdir()
    for name, days in (("old", 36), ("new", 34)):
        (folder / f"{name}.sqlite3").touch()
        then = time.time() - days * 86400
        os.utime(folder / f"{name}.sqlite3", (then, then))
    assert command(tmp_path, "upgrade").returncode == 0
    assert [path.name for path in folder.iterdir()] == ["new.sqlite3"]


@pytest.mark.long
def test_nothing_is_upgraded_under_a_running_server(tmp_path):
    port = free_port()
    with server(prepared(tmp_path), port):
        done = command(tmp_path, "upgrade")
    assert (done.returncode, done.stderr) == (1, f"The server runs at http://127.0.0.1:{port} Stop it, then upgrade.\n")
