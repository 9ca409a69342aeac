"""An SQLite database right after all migrations, kept between runs: making it again takes five seconds."""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

DATABASE = "rooted.sqlite3"
MAKES_TABLES = (
    "*/migrations/*.py",
    "base/*.py",
    "records/branches.py",
    "config/settings.py",
)  # what they are made of


@cache
def kept() -> Path:
    """Where it lies, if it was made already: another file as soon as a migration changes by a letter."""
    source = settings.SOURCE / "src" / "rooted"
    digest = hashlib.blake2b(django.__version__.encode(), digest_size=16)
    for path in sorted(path for pattern in MAKES_TABLES for path in source.glob(pattern)):
        digest.update(str(path.relative_to(source)).encode() + b"\0" + path.read_bytes() + b"\0")
    return settings.SOURCE / ".pytest_cache" / "migrated" / f"{digest.hexdigest()}.sqlite3"


def keep(opened: sqlite3.Connection) -> None:
    """Keep this database for the next run, and no older one; where nothing can be written, do without."""
    if kept.__wrapped__() != kept():
        return  # somebody changes the migrations at this moment: which of them this database has is not known
    with suppress(OSError):
        kept().parent.mkdir(parents=True, exist_ok=True)
        with (
            tempfile.NamedTemporaryFile(dir=kept().parent, delete=False) as file,
            closing(sqlite3.connect(file.name)) as copy,
        ):
            opened.backup(copy)
        for older in kept().parent.glob("*.sqlite3"):
            older.unlink(missing_ok=True)
        os.replace(file.name, kept())


@contextmanager
def in_memory(name: str) -> Iterator[None]:
    """A database in memory of this name (a URI) that begins as the kept one."""
    with closing(sqlite3.connect(name, uri=True)) as memory:
        if kept().exists():
            with closing(sqlite3.connect(kept())) as file:
                file.backup(memory)
        yield


def lay(folder: Path) -> bool:
    """Put the kept database into the data folder of a server that a test starts. Without one, the server migrates."""
    if not kept().exists():
        return False
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    shutil.copyfile(kept(), folder / DATABASE)
    (folder / DATABASE).chmod(0o600)
    return True


def set_up() -> None:
    """All tables in the data folder of this process, for a script that a test runs."""
    if not lay(settings.DATA):
        call_command("migrate", verbosity=0, skip_checks=True)
