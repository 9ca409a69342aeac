"""The data folder: only ours to read, one server in it at a time."""

import fcntl
import json
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandError

DATABASE_FILES = ("rooted.sqlite3", "rooted.sqlite3-wal", "rooted.sqlite3-shm")
KEPT_KEYS = ("instance", "django")  # what a backup holds; keys of a running vote lie beside them and never leave


def harden() -> None:
    """No core dumps, new files readable by the service alone, the data folder closed to others."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.umask(0o077)
    if settings.DATA.stat().st_uid == os.geteuid():
        settings.DATA.chmod(0o700)


def lock_file() -> Path:
    """Where the running server says that it runs, and at which address."""
    return settings.DATA / "serve.lock"


def running_at() -> str:
    """The address of the server that last started from this folder; the default one if none did."""
    try:
        return json.loads(lock_file().read_text())["address"]
    except (OSError, ValueError, KeyError):
        return settings.ADDRESS or "http://127.0.0.1:8000"


@contextmanager
def alone(sentence: str) -> Iterator[int]:
    """Hold the data folder, so that no second server and no restore works in it; gives the lock's descriptor.

    Raises CommandError with `sentence` if another process holds it; {address} in it becomes that server's address.
    """
    descriptor = os.open(lock_file(), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CommandError(sentence.format(address=running_at())) from None
        yield descriptor
    finally:
        os.close(descriptor)


def write_address(descriptor: int, address: str) -> None:
    """Write down, in the held lock file, where this server answers."""
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, json.dumps({"address": address, "process": os.getpid()}).encode(), 0)


def overwrite(path: Path) -> None:
    """Fill a file with zeros, flush it, remove it. Flash disks may keep old blocks all the same."""
    if path.is_file() and not path.is_symlink():
        with path.open("r+b") as file:
            left = path.stat().st_size
            while left > 0:
                left -= file.write(bytes(min(left, 1 << 20)))
            file.flush()
            os.fsync(file.fileno())
    path.unlink()
