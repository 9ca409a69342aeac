"""A server with one of everything, and browsers that are already signed in to it."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from rooted.operate.tests.machine import prepared
from tests.browser.chromium import PATIENCE
from tests.browser.server import REPOSITORY, Server, running

ROLES = ("stranger", "signed_in", "locked", "member")
PLANT = "from tests.browser.seed import plant; plant()"


@dataclass
class Seeded:
    """A running server, the address of each route, the cookies of each role."""

    server: Server
    routes: dict[str, str]
    cookies: dict[str, str]
    receipt: str
    spoken: str
    passphrase: str
    join: str

    @property
    def address(self) -> str:
        return self.server.address

    def browser_of(self, browser: Browser, role: str, **options) -> BrowserContext:
        """A fresh profile with the session of `role`."""
        context = browser.new_context(service_workers="block", **options)
        context.set_default_timeout(PATIENCE)
        pairs = [pair.split("=", 1) for pair in self.cookies[role].split("; ") if pair]
        # Secure cookies belong to https; this browser takes 127.0.0.1 for as safe
        where = self.address.replace("http:", "https:") + "/"
        context.add_cookies(
            [{"name": name, "value": value.strip('"'), "url": where, "secure": True} for name, value in pairs]
        )
        return context


def manage(folder: Path, *words: str) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ROOTED_")}
    environment = kept | {"ROOTED_DATA": str(folder / "data"), "PYTHONPATH": str(REPOSITORY)}
    done = subprocess.run(
        [sys.executable, "manage.py", *words],
        env=environment,
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@cache
def _planted(script: str) -> tuple[tempfile.TemporaryDirectory[str], str]:
    place = tempfile.TemporaryDirectory(prefix="rooted-planted-")
    prepared(Path(place.name) / "data")
    said = manage(Path(place.name), "shell", "--verbosity", "0", "-c", script)
    return place, said.splitlines()[-1]


def planted(folder: Path, script: str) -> str:
    """Lay a data folder as `script` leaves an empty one; the script runs once for all tests of this process, and each
    test gets a copy, so that none finds what another changed. Gives the script's last line."""
    place, said = _planted(script)
    shutil.copytree(Path(place.name) / "data", folder / "data")
    return said


@contextmanager
def seeded(folder: Path) -> Iterator[Seeded]:
    """A server on a folder with one of everything."""
    world = json.loads(planted(folder, PLANT))
    with running(folder) as server:
        yield Seeded(server, **world)
