"""Files in the database: packed in parts as they come in, unpacked piece by piece as they are read."""

import hashlib
import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from rooted.imports.models import PART, FilePart, ImportFile
from rooted.tables.table import LARGEST, Unusable

PIECE = 64 * 1024


class Packed:
    """A file while it comes in: packed at once, so that a tenth of it is held. More than 50 MB is refused."""

    def __init__(self) -> None:
        self.size, self.digest = 0, hashlib.sha256()
        self.pressing, self.open = zlib.compressobj(), True
        self.parts: list[bytes] = []

    def take(self, piece: bytes) -> None:
        self.size += len(piece)
        if self.size > LARGEST:
            raise Unusable("size")
        self.digest.update(piece)
        self.keep(self.pressing.compress(piece))

    def keep(self, pressed: bytes) -> None:
        for at in range(0, len(pressed), PART):
            piece = pressed[at : at + PART]
            if not self.parts or len(self.parts[-1]) + len(piece) > PART:
                self.parts.append(piece)
            else:
                self.parts[-1] += piece

    def end(self) -> "Packed":
        if self.open:
            self.keep(self.pressing.flush())
            self.open = False
        return self

    def file(self) -> BinaryIO:
        """The file from its beginning."""
        return opened(iter(self.parts))


class Unpacking(io.RawIOBase):
    """Reads parts as one file; holds one part and a piece of what is in it."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        super().__init__()
        self.parts, self.unpressing, self.left = parts, zlib.decompressobj(), b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        while not self.left:
            tail = self.unpressing.unconsumed_tail or next(self.parts, b"")
            self.left = self.unpressing.decompress(tail, PIECE) if tail else self.unpressing.flush()
            if not tail and not self.left:
                return 0
        taken = min(len(view), len(self.left))
        view[:taken] = self.left[:taken]
        self.left = self.left[taken:]
        return taken


def opened(parts: Iterator[bytes]) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(Unpacking(parts), PIECE))


def parts_of(file: ImportFile) -> Iterator[bytes]:
    """The packed parts of a file in their order, each asked for when it is needed."""
    order = 0
    while part := FilePart.objects.filter(file=file, order=order).values_list("packed", flat=True).first():
        yield bytes(part)
        order += 1


def open_kept(file: ImportFile) -> BinaryIO:
    """The file from its beginning."""
    return opened(parts_of(file))
