"""A real server on a folder that tests/faults/seed.py filled."""

import json
import subprocess
import sys
import time
from pathlib import Path

from django.conf import settings

from rooted.home.tests.machine import MANAGE, surroundings


def seeded(data: Path, rounds: int) -> dict:
    """Fill the data folder; gives what tests/faults/seed.py prints."""
    here = {"PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}"}
    environment = surroundings(data, DJANGO_SETTINGS_MODULE="rooted.config.settings", **here)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.seed", str(rounds)],
        env=environment, cwd=settings.SOURCE, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def served(data: Path, port: int) -> subprocess.Popen:
    """A running server; whoever asks ends it."""
    process = subprocess.Popen(
        [*MANAGE, "serve", "--port", str(port)],
        env=surroundings(data), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    for line in process.stdout:
        if line.startswith("Stop it"):
            return process
    raise AssertionError("the server did not start")


def start_import(data, file) -> subprocess.Popen:
    """The command that brings in a list, as another process; back once it has written its first rows."""
    process = subprocess.Popen(
        [*MANAGE, "import-struggles", str(file), "--group", "docks"],
        env=surroundings(data),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    process.stdout.readline()
    return process


def kill(*processes: subprocess.Popen) -> float:
    """SIGKILL; gives the moment before it."""
    moment = time.monotonic()
    for process in processes:
        process.kill()
    for process in processes:
        process.wait()
        process.stdout.close()
    return moment
