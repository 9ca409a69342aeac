"""`./rooted` as a newcomer starts it: another process, an empty folder, a free port; all we know is what it prints."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

REPOSITORY = Path(__file__).resolve().parents[2]
READY = "Stop it with"
SECONDS = 600 if os.environ.get("CI") else 240  # the very first start fetches packages


def command(*words: str, ahead: bool = False) -> list[str]:
    """`./rooted …`; beside another Python than the one of .venv (a developer's own) straight through manage.py.

    `ahead`: with a clock put forward, which `./rooted` would not let in: it forgets PYTHONPATH.
    """
    own = REPOSITORY / ".venv" / "bin" / "python"
    if not ahead and (own.exists() or os.environ.get("CI")):
        return [str(REPOSITORY / "rooted"), *words]
    return [sys.executable, str(REPOSITORY / "manage.py"), *words]


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Server:
    """A running Rooted: where it answers, what it printed, the folder it keeps."""

    def __init__(self, folder: Path, *, days: int = 0) -> None:
        """`days`: how far ahead of ours its clock goes (tests/browser/ahead/)."""
        self.folder, self.days = folder, days
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.printed: list[str] = []
        self.lines: Queue[str | None] = Queue()
        self.process = subprocess.Popen(
            command("serve", "--port", str(self.port), ahead=bool(days)),
            env=self.environment(),
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ROOTED_")}
        own = {"ROOTED_DATA": str(self.folder / "data"), "PYTHONUNBUFFERED": "1", "ROOTED_LETTER_SECONDS": "0"}
        if self.days:
            own |= {"PYTHONPATH": str(Path(__file__).parent / "ahead"), "AHEAD_DAYS": str(self.days)}
        return kept | own

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def wait(self) -> None:
        """Until it says that it runs."""
        while READY not in "".join(self.printed):
            try:
                line = self.lines.get(timeout=SECONDS)
            except Empty:
                line = None
            assert line is not None, "Rooted did not start:\n" + "".join(self.printed)
            self.printed.append(line)

    def errors(self) -> list[str]:
        """What it wrote of errors since it runs."""
        while not self.lines.empty():
            self.printed.append(self.lines.get() or "")
        return [line.strip() for line in self.printed if " ERROR " in line]

    @property
    def founding_link(self) -> str:
        return re.search(r"http://\S+/found/\S+", "".join(self.printed)).group()

    def run(self, *words: str) -> str:
        """Another command of `./rooted` on the same folder, while this one serves."""
        done = subprocess.run(
            command(*words, ahead=bool(self.days)),
            env=self.environment(),
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def stop(self) -> int:
        """As Ctrl+C or a service manager does. The exit code: 0 when all went well."""
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(timeout=60)
        self.reader.join(timeout=10)
        self.process.stdout.close()
        return code


@contextmanager
def running(folder: Path, *, days: int = 0) -> Iterator[Server]:
    server = Server(folder, days=days)
    try:
        server.wait()
        yield server
    finally:
        code = server.stop()
    assert code == 0, f"Rooted ended with {code}."
