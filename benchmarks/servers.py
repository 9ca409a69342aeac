"""Starts a server, ours or the bare one, in a folder of its own, and reads from /proc what it costs."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent
TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Server:
    """A running server. `wall` and `cpu`: seconds from the command to the first page."""

    def __init__(self, command: list[str], port: int, **environment: str) -> None:
        started = time.monotonic()
        self.address = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(
            command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        while not self.answers():
            if self.process.poll() is not None:
                raise SystemExit(f"{command} has stopped by itself.")
            time.sleep(0.02)
        self.wall, self.cpu = time.monotonic() - started, self.cpu_seconds()

    def answers(self) -> bool:
        try:
            return bool(self.get("/"))
        except urllib.error.URLError:
            return False

    def get(self, path: str) -> bytes:
        with urllib.request.urlopen(self.address + path, timeout=60) as response:
            return response.read()

    def cpu_seconds(self) -> float:
        """User and system time of the process so far."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def pss(self) -> float:
        """Its share of memory in MiB."""
        return int(re.search(r"Pss:\s+(\d+)", Path(f"/proc/{self.process.pid}/smaps_rollup").read_text())[1]) / 1024

    def stop(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()


def ours(folder: str, source: Path = SOURCE, python: str = sys.executable) -> Server:
    port = free_port()
    return Server([python, str(source / "manage.py"), "serve", "--port", str(port)], port, ROOTED_DATA=folder)


def bare(folder: str, python: str = sys.executable) -> Server:
    port = free_port()
    return Server([python, str(HERE / "bare" / "serve.py"), str(port)], port, BARE_DATA=folder)
