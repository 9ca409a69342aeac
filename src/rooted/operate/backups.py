"""A backup: one tar of the database, the keys and the files, encrypted with age (age-encryption.org).

To one key (`--to age1…`) the file is a plain age file: `age -d -i key FILE | tar x` opens it without Rooted.
To a passphrase it is a tar of two age files, since the passphrase form cannot be written as a stream:
`key.age` (opened by the passphrase) holds the key that opens `data.age`.
"""

import json
import os
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import pyrage
from django.conf import settings
from django.core.management.base import CommandError
from django.db import connection

from rooted.operate import folder, postgres, preparing

BLOCK = tarfile.BLOCKSIZE
PASSPHRASE_LENGTH = 12


class TarStream:
    """Reads like the tar of some files, made while it is read: nothing whole in memory, nothing on disk."""

    def __init__(self, about: dict[str, Any], files: list[tuple[str, Path]]) -> None:
        self._rest = self._pieces(about, files)
        self._piece = b""

    @staticmethod
    def _pieces(about: dict[str, Any], files: list[tuple[str, Path]]) -> Iterator[bytes]:
        content = json.dumps(about).encode()
        yield _header("about.json", len(content)) + content + bytes(-len(content) % BLOCK)
        for name, path in files:
            with path.open("rb") as file:
                size = os.fstat(file.fileno()).st_size
                yield _header(name, size)
                while piece := file.read(1 << 20):
                    yield piece
                yield bytes(-size % BLOCK)
        yield bytes(2 * BLOCK)

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most `size`; empty at the end."""
        while not self._piece:
            try:
                self._piece = next(self._rest)
            except StopIteration:
                return b""
        size = len(self._piece) if size < 0 else size
        piece, self._piece = self._piece[:size], self._piece[size:]
        return piece


def _header(name: str, size: int) -> bytes:
    """A tar header without owner and without hour."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = size, 0o600
    return entry.tobuf(tarfile.GNU_FORMAT)


def recipient_of(text: str) -> pyrage.x25519.Recipient:
    """The public key in `age1…`.

    Raises CommandError when it is none.
    """
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except (pyrage.RecipientError, ValueError):
        raise CommandError("After --to comes a public key that starts with age1, made by age-keygen.") from None


def write(path: Path, *, passphrase: str = "", to: str = "") -> None:
    """Write an encrypted backup of everything to `path`, which must not exist; a failure leaves nothing behind."""
    if path.exists():
        raise CommandError(f"{path} exists already, and a backup never overwrites. Choose another name.")
    if not path.absolute().parent.is_dir():
        raise CommandError(f"There is no folder {path.absolute().parent}. Make it, or choose another place.")
    draft = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        with database_copy() as (name, copy), _new(draft) as target:
            stream = TarStream(_about(name), [(name, copy), *_kept_files()])
            if to:
                pyrage.encrypt_io(stream, target, [recipient_of(to)])
            else:
                _write_for_passphrase(stream, target, passphrase)
            target.flush()
            os.fsync(target.fileno())
        os.link(draft, path)  # like a rename, but refuses to overwrite
    finally:
        draft.unlink(missing_ok=True)


def _new(path: Path) -> BinaryIO:
    return open(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b")


def _write_for_passphrase(stream: TarStream, target: BinaryIO, passphrase: str) -> None:
    identity = pyrage.x25519.Identity.generate()
    key = pyrage.passphrase.encrypt(str(identity).encode(), passphrase)
    target.write(_header("key.age", len(key)) + key + bytes(-len(key) % BLOCK))
    start = target.tell()
    target.write(bytes(BLOCK))  # the header, once the size is known
    pyrage.encrypt_io(stream, target, [identity.to_public()])
    size = target.seek(0, os.SEEK_END) - start - BLOCK
    target.write(bytes(-size % BLOCK) + bytes(2 * BLOCK))
    target.seek(start)
    target.write(_header("data.age", size))


def _about(name: str) -> dict[str, Any]:
    return {"rooted": 1, "made_on": date.today().isoformat(), "database": name}  # noqa: DTZ011 - a day, as here


def _kept_files() -> list[tuple[str, Path]]:
    keys = [(f"keys/{name}", settings.DATA / "keys" / name) for name in folder.KEPT_KEYS]
    files = sorted(path for path in (settings.DATA / "files").rglob("*") if path.is_file())
    return keys + [(str(path.relative_to(settings.DATA)), path) for path in files]


@contextmanager
def database_copy() -> Iterator[tuple[str, Path]]:
    """Name and path of a consistent copy of the database, in the data folder, removed at the end whatever happens."""
    place = settings.DATA / "unfinished"
    place.mkdir(mode=0o700, exist_ok=True)
    forget_unfinished(place)
    copy = place / f"backup.{os.getpid()}"
    try:
        if connection.vendor == "sqlite":
            preparing.copy_database(copy)
            yield "rooted.sqlite3", copy
        else:
            postgres.dump(copy)
            yield "rooted.pgdump", copy
    finally:
        copy.unlink(missing_ok=True)


def forget_unfinished(place: Path) -> None:
    """Remove what a killed backup or restore left: names end with the number of a process that is gone."""
    for path in place.iterdir():
        try:
            os.kill(int(path.suffix[1:]), 0)
        except (ValueError, ProcessLookupError):
            path.unlink()
        except PermissionError:  # it lives and is somebody else's
            continue


def open_backup(path: Path, target: BinaryIO, *, passphrase: str = "", identity: str = "") -> None:
    """Decrypt the backup at `path` into `target` as a tar.

    Raises CommandError when it is no backup, damaged, or opened with the wrong passphrase or key.
    """
    try:
        with path.open("rb") as file:
            if identity:
                pyrage.decrypt_io(file, target, [pyrage.x25519.Identity.from_str(identity.strip())])
            else:
                _open_with_passphrase(file, target, passphrase)
    except FileNotFoundError:
        raise CommandError(f"There is no file {path}.") from None
    except (pyrage.DecryptError, pyrage.IdentityError, ValueError):
        opener = "key" if identity else "passphrase"
        sentence = f"{path} does not open. Either the {opener} is another one, or the file is damaged."
        raise CommandError(sentence) from None
    except OSError as fault:
        if "decrypt" not in str(fault):
            raise  # the disk, not the file's content
        raise CommandError(f"{path} is damaged: a part is missing or changed. Use another copy.") from None
    except (tarfile.TarError, KeyError, EOFError):
        raise CommandError(f"{path} is no backup for a passphrase, or is damaged. For a key: --key FILE") from None


def _open_with_passphrase(file: BinaryIO, target: BinaryIO, passphrase: str) -> None:
    with tarfile.open(fileobj=file, mode="r:") as outer:
        key, data = outer.extractfile("key.age"), outer.extractfile("data.age")
        if key is None or data is None:
            raise KeyError("key.age")
        identity = pyrage.passphrase.decrypt(key.read(1 << 16), passphrase).decode()
        pyrage.decrypt_io(data, target, [pyrage.x25519.Identity.from_str(identity)])
