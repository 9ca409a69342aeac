"""Commands and servers as an operator has them: other processes, a data folder of their own, no shared database."""

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from django.conf import settings

from rooted.base.tests import migrated

MANAGE = [sys.executable, str(settings.SOURCE / "manage.py")]


def surroundings(data, **more):
    """The environment with the data folder `data`, SQLite and no other setting of Rooted."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ROOTED_", "COV_"))}
    return {**kept, "ROOTED_DATA": str(data), "ROOTED_LETTER_SECONDS": "0", **more}


def command(data, *words, typed="", **more):
    """Run one command to its end; gives the finished process with its output as text."""
    return subprocess.run(
        [*MANAGE, *words],
        env=surroundings(data, **more),
        input=typed,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@cache
def _first_start():
    """A data folder as a first start leaves it, made once for all tests of this process."""
    place = tempfile.TemporaryDirectory(prefix="rooted-first-")
    migrated.lay(Path(place.name) / "data")
    assert command(Path(place.name) / "data", "upgrade").returncode == 0
    return place


def prepared(data):
    """`data` as a first start leaves it, with keys of its own."""
    shutil.copytree(Path(_first_start().name) / "data", data, dirs_exist_ok=True)
    for key in (data / "keys").iterdir():
        key.write_text(secrets.token_hex(32))
    return data


def free_port():
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def server(data, port, *words, **more):
    """A running server; gives its process once it says that it runs, and ends it afterwards."""
    process = subprocess.Popen(
        [*MANAGE, "serve", "--port", str(port), *words],
        env=surroundings(data, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        process.said = []
        for line in process.stdout:
            process.said.append(line.rstrip("\n"))
            if line.startswith("Stop it"):
                break
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.said += process.stdout.read().splitlines()
        process.wait(timeout=20)


def fetch(address, **headers):
    """The status, headers and body of a page, also of an error page."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def wait_for(condition, seconds=10):
    """Wait until `condition()` is true."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.02)
