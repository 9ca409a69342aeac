"""Bringing a backup back: into an empty data folder, or in place of what is there, which is kept aside."""

import json
import os
import re
import shutil
import sqlite3
import tarfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection
from django.utils import timezone

from rooted.operate import backups, folder, postgres, preparing

EXPECTED = re.compile(r"about\.json|rooted\.(sqlite3|pgdump)|keys/[a-z]+|files/.+")
PARTS = (*folder.DATABASE_FILES, "keys", "files")
COUNTED = {
    "groups_group": ("group", "groups"),
    "people_person": ("person", "people"),
    "struggles_struggle": ("record", "records"),
}
OTHER_DATABASE = (
    "This backup was made on the other kind of database ({held}). Restore it on a server that uses that kind."
)
STILL_FULL = (
    "The PostgreSQL database has tables already. Make an empty one (createdb), name it in ROOTED_DATABASE,"
    " then run this again."
)


def holds_something() -> bool:
    """Is there anything a restore would replace?"""
    return not preparing.is_empty()


def restore(path: Path, *, passphrase: str = "", identity: str = "", replace: bool = False) -> dict[str, Any]:
    """Bring the backup at `path` back; all is opened and checked before anything here is touched.

    Gives what was in it: {"made_on": "2026-11-30", "kept": path of what was replaced or None}.
    """
    place = settings.DATA / f"restoring.{os.getpid()}"
    place.mkdir(mode=0o700)
    try:
        about = _unpack(path, place, passphrase=passphrase, identity=identity)
        if about["database"] == "rooted.sqlite3":
            check_whole(place / "rooted.sqlite3")
        if connection.vendor == "postgresql" and holds_something():
            raise CommandError(STILL_FULL)
        connection.close()
        kept = _set_aside() if replace else None
        if connection.vendor == "postgresql":
            postgres.load(place / "rooted.pgdump")
            (place / "rooted.pgdump").unlink()
        _move_in(place)
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return {"made_on": about["made_on"], "kept": kept}


def _unpack(path: Path, place: Path, *, passphrase: str, identity: str) -> dict[str, Any]:
    tar = place / "backup.tar"
    with open(os.open(tar, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as target:
        backups.open_backup(path, target, passphrase=passphrase, identity=identity)
        target.seek(0)
        try:
            with tarfile.open(fileobj=target, mode="r:") as held:
                _take_out(held, place)
            about = json.loads((place / "about.json").read_text())
        except (tarfile.TarError, OSError, ValueError) as fault:
            if isinstance(fault, OSError) and not isinstance(fault, FileNotFoundError):
                raise
            raise CommandError(f"{path} was opened, but holds no backup of Rooted.") from None
    tar.unlink()
    (place / "about.json").unlink()
    mine = "rooted.sqlite3" if connection.vendor == "sqlite" else "rooted.pgdump"
    if about.get("database") != mine:
        held_kind = "PostgreSQL" if mine == "rooted.sqlite3" else "SQLite"
        raise CommandError(OTHER_DATABASE.format(held=held_kind))
    return about


def _take_out(held: tarfile.TarFile, place: Path) -> None:
    """Write the files we know into `place`; anything else in the tar, links and paths that climb among it, is left."""
    for entry in held:
        file = held.extractfile(entry) if entry.isreg() and EXPECTED.fullmatch(entry.name) else None
        if file is None or ".." in entry.name.split("/"):
            continue
        target = place / entry.name
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            shutil.copyfileobj(file, out, 1 << 20)


def check_whole(database: Path) -> None:
    """SQLite's own check of every page.

    Raises CommandError when one is damaged.
    """
    opened = sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)
    try:
        answer = opened.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as fault:
        answer = str(fault)
    finally:
        opened.close()
    if answer != "ok":
        raise CommandError("The database in this backup is damaged. Use another copy. Nothing was changed.")


def _set_aside() -> Path:
    """Move what is here into a folder of its own; gives its path."""
    aside = settings.DATA / f"before-restore-{timezone.now():%Y-%m-%d-%H%M%S}"
    aside.mkdir(mode=0o700)
    for name in PARTS:
        if (settings.DATA / name).exists():
            (settings.DATA / name).rename(aside / name)
    return aside


def _move_in(place: Path) -> None:
    for name in PARTS:
        here = settings.DATA / name
        if (place / name).is_dir() and here.is_dir():  # the keys every start makes, of no use without a database
            shutil.rmtree(here)
        elif not (place / name).exists() and name in folder.DATABASE_FILES:
            here.unlink(missing_ok=True)  # a write-ahead log of another database
        if (place / name).exists():
            (place / name).rename(here)


def counts() -> list[str]:
    """What the database holds, "3 groups", for the tables a person would look for first."""
    tables = set(connection.introspection.table_names())
    found = []
    with connection.cursor() as cursor:
        for table, nouns in COUNTED.items():
            if table in tables:
                cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own words
                number = cursor.fetchone()[0]
                found.append(f"{number} {nouns[number != 1]}")
    return found
