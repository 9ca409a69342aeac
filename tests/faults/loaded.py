"""Rooted, loaded once on a data folder: each program is a fork of it, so that many can be killed in little time.

loaded = Loaded(data)
server = loaded.start(SERVE, "8123")
server.stdout.readline()
server.kill()
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from django.conf import settings

from rooted.operate.tests.machine import surroundings

SETTINGS = "rooted.config.settings"
SERVE = """
import sys
from django.core.management import call_command
call_command("serve", port=int(sys.argv[1]))
"""


@dataclass
class Program:
    """One program that runs; what it prints is in `stdout`."""

    pid: int
    stdout: TextIO
    loaded: "Loaded" = field(repr=False)
    returncode: int | None = None

    def kill(self) -> None:
        if self.returncode is None:
            os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> int:
        """Until it is gone, with every lock and port it held; its code, or the signal that ended it as -9."""
        if self.returncode is None:
            self.returncode = self.loaded.ask(wait=self.pid)
        return self.returncode


class Loaded:
    """The process that is forked. Argon2 is cheap in it: kills are to land in writes, not in a passphrase's key."""

    def __init__(self, data: Path, **more: str) -> None:
        self.pipes = tempfile.TemporaryDirectory(prefix="rooted-loaded-")
        more |= {"PYTHONPATH": f"{settings.SOURCE / 'src'}:{settings.SOURCE}", "DJANGO_SETTINGS_MODULE": SETTINGS}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.loaded"],
            env=surroundings(data, **more), cwd=settings.SOURCE,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.started = 0

    def ask(self, **what) -> int:
        self.process.stdin.write(json.dumps(what) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def start(self, code: str, *words: str) -> Program:
        """Run `code` with `words` as its arguments."""
        self.started += 1
        pipe = Path(self.pipes.name) / str(self.started)
        os.mkfifo(pipe)
        pid = self.ask(code=code, words=words, pipe=str(pipe))
        return Program(pid, pipe.open(), self)

    def run(self, code: str, *words: str) -> str:
        """Run `code` to its end; what it printed."""
        program = self.start(code, *words)
        with program.stdout:
            said = program.stdout.read()
        assert program.wait() == 0, said
        return said

    def end(self) -> None:
        self.process.communicate()
        self.pipes.cleanup()


def kill(*programs: Program) -> float:
    """SIGKILL; gives the moment before it."""
    moment = time.monotonic()
    for program in programs:
        program.kill()
    for program in programs:
        program.wait()
        program.stdout.close()
    return moment


def main() -> None:
    """Answer each line: fork for a `code`, and give its process id; `wait` for one, and give how it ended."""
    import django  # noqa: PLC0415 - only here, where nothing is set up yet

    django.setup()
    from django.urls import get_resolver  # noqa: PLC0415

    from conftest import CHEAP_KIB  # noqa: PLC0415
    from rooted.base import seal  # noqa: PLC0415

    seal.PASSPHRASE_KIB = seal.RECEIPT_KIB = CHEAP_KIB
    get_resolver().url_patterns  # noqa: B018 - all that a server loads
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            answer = os.waitstatus_to_exitcode(os.waitpid(asked["wait"], 0)[1])
        elif (answer := os.fork()) == 0:
            become(**asked)
        print(answer, flush=True)


def become(code: str, words: list[str], pipe: str) -> None:
    """In the fork: run the code with an output of its own; never back."""
    ended = 1
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(pipe, os.O_WRONLY), 1)
    sys.argv = ["-c", *words]
    try:
        exec(compile(code, "<program>", "exec"), {"__name__": "__main__"})
        ended = 0
    except BaseException:  # whatever it is, the fork must not go on as its parent
        traceback.print_exc(file=sys.stdout)
    sys.stdout.flush()
    os._exit(ended)


if __name__ == "__main__":
    main()
