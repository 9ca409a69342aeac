"""The larger database: copied and brought back by PostgreSQL's own programs."""

import os
import shutil
import subprocess
from pathlib import Path

from django.core.management.base import CommandError
from django.db import connection

MISSING = (
    "Backups of a PostgreSQL database need its programs pg_dump and pg_restore. Install them"
    " (Debian, Ubuntu: sudo apt install postgresql-client), then run this again."
)


def _run(program: str, *words: str) -> None:
    """Run one of PostgreSQL's programs on our database; the password goes by the environment alone.

    Raises CommandError when the program is missing or fails.
    """
    if not shutil.which(program):
        raise CommandError(MISSING)
    given = connection.settings_dict
    place = {"PGHOST": given["HOST"], "PGPORT": str(given["PORT"]), "PGUSER": given["USER"]}
    secret = {"PGPASSWORD": given["PASSWORD"], "PGDATABASE": given["NAME"], "PGCONNECT_TIMEOUT": "10"}
    environment = {**os.environ, **{name: value for name, value in {**place, **secret}.items() if value}}
    done = subprocess.run([program, *words], env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise CommandError(f"{program} failed: {last}")


def dump(path: Path) -> None:
    """Write the whole database to `path`, in pg_dump's custom form."""
    path.touch(mode=0o600)
    _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={path}")


def load(path: Path) -> None:
    """Bring a dump back into an empty database, wholly or not at all."""
    words = ("--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    _run("pg_restore", *words, f"--dbname={connection.settings_dict['NAME']}", str(path))
