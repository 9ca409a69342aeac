"""Files sent to a real server by hand, as slowly as wanted; and a watch over everything the server may write down."""

import os
import socket
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.browsing import TOKEN, Browser

BOUNDARY = b"rooted-test-boundary"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY.decode()}"
ADD, SHELF = "/g/docks/shelf/add/", "/g/docks/shelf/"


def body_of(title: str, name: str, content: bytes) -> bytes:
    """The form of the shelf with one file, its fields in the order of the page."""
    parts = [
        b'Content-Disposition: form-data; name="%b"\r\n\r\n%b' % (field.encode(), value.encode())
        for field, value in (("csrfmiddlewaretoken", TOKEN), ("title", title))
    ]
    parts.append(
        b'Content-Disposition: form-data; name="files"; filename="%b"\r\n'
        b"Content-Type: application/octet-stream\r\n\r\n%b" % (name.encode(), content)
    )
    return b"".join(b"--%b\r\n%b\r\n" % (BOUNDARY, part) for part in parts) + b"--%b--\r\n" % BOUNDARY


@dataclass
class Sending:
    """One upload over one connection: `send` parts of it, then read the `answer`."""

    browser: Browser
    body: bytes
    sent: int = 0
    line: socket.socket = field(init=False)

    def __post_init__(self) -> None:
        self.line = socket.create_connection(("127.0.0.1", self.browser.port), timeout=30)
        head = (
            f"POST {ADD} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            f"Cookie: {self.browser.cookies}; __Host-c={TOKEN}\r\nContent-Length: {len(self.body)}\r\n"
            f"Content-Type: {MULTIPART}\r\n\r\n"
        )
        self.line.sendall(head.encode())

    def send(self, until: float = 1.0) -> "Sending":
        """Send on until this part of the whole has left."""
        goal = int(len(self.body) * until)
        self.line.sendall(self.body[self.sent : goal])
        self.sent = goal
        return self

    def answer(self, pause: float = 0.0) -> bytes:
        """All that comes back; with a `pause` a piece of 64 KiB at a time. Empty when the server died."""
        pieces = []
        try:
            while piece := self.line.recv(65_536):
                pieces.append(piece)
                time.sleep(pause)
        except OSError:
            return b""
        finally:
            self.line.close()
        return b"".join(pieces)


def upload(browser: Browser, title: str, name: str, content: bytes) -> bytes:
    """Send one file at once; the whole answer as bytes."""
    return Sending(browser, body_of(title, name, content)).send().answer()


class Watch:
    """Looks again and again for `mark` in the folders, and in every file the process holds open, deleted ones too."""

    def __init__(self, process: int, folders: list[Path], mark: bytes) -> None:
        self.process, self.folders, self.mark = process, folders, mark
        self.found: set[str] = set()
        self.looks = 0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_about: object) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(0.01):
            for path in [*self._held_open(), *self._lying_there()]:
                self._look(path)
            self.looks += 1

    def _held_open(self) -> list[Path]:
        return [held for held in Path(f"/proc/{self.process}/fd").iterdir() if _is_a_file(held)]

    def _lying_there(self) -> list[Path]:
        return [path for folder in self.folders for path in folder.rglob("*") if path.is_file()]

    def _look(self, path: Path) -> None:
        try:
            if self.mark in path.read_bytes():
                self.found.add(os.readlink(path) if path.is_symlink() else str(path))
        except OSError:  # gone while we looked
            pass


def _is_a_file(held: Path) -> bool:
    try:
        return os.readlink(held).startswith("/") and held.is_file()
    except OSError:
        return False
