"""A real server on a folder that tests/faults/seed.py filled."""

import json
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from rooted.operate.tests.machine import MANAGE, surroundings


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
