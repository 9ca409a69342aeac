"""A server with one of everything, and browsers that are already signed in to it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

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


@contextmanager
def seeded(folder: Path) -> Iterator[Seeded]:
    manage(folder, "migrate", "--verbosity", "0")
    world = json.loads(manage(folder, "shell", "--verbosity", "0", "-c", PLANT).splitlines()[-1])
    with running(folder) as server:
        yield Seeded(server, **world)
