"""What needs a database file: a script that a test runs on an SQLite file of its own, and which bytes it holds."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

PIECE = 32  # bytes that are looked for


def process(script: Path, folder: Path, *words: str) -> subprocess.CompletedProcess:
    """Run the script to its end, with `folder` as its data folder."""
    env = {key: value for key, value in os.environ.items() if not key.startswith("ROOTED_")}
    env |= {"ROOTED_DATA": str(folder), "PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}"}
    env |= {"DJANGO_SETTINGS_MODULE": "rooted.config.settings"}
    command = [sys.executable, str(script), *words]
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=300, check=False)


def run(script: Path, folder: Path, *words: str) -> Any:
    """The JSON it prints; it must not fail."""
    done = process(script, folder, *words)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def pieces_found(hidden: Iterable[bytes]) -> int:
    """How many of the blobs' pieces lie in any file of the database of this process."""
    everything = b"".join(path.read_bytes() for path in settings.DATA.glob("rooted.sqlite3*"))
    pieces = [blob[at : at + PIECE] for blob in hidden for at in range(0, len(blob) - PIECE + 1, PIECE)]
    return sum(piece in everything for piece in pieces)
