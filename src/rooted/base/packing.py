"""A long file held packed (zlib): pieces go in as they come, the whole comes out piece by piece.

A list of struggles takes a sixth to a tenth of its size so; nothing is written to the disk on the way.
"""

import io
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Self, cast

PART = 256 * 1024  # bytes of one part, packed
PIECE = 64 * 1024
QUICK = 1  # zlib's level: twice as quick as its own choice, a fifth larger


class Packing:
    """A file while it comes in; `parts` are its packed bytes, each at most PART long."""

    def __init__(self) -> None:
        self.size = self.packed = 0
        self.pressing, self.open = zlib.compressobj(QUICK), True
        self.parts: list[bytes] = []
        self.rest = bytearray()

    def take(self, piece: bytes) -> None:
        self.size += len(piece)
        self._keep(self.pressing.compress(piece))

    def _keep(self, pressed: bytes) -> None:
        self.packed += len(pressed)
        self.rest += pressed
        while len(self.rest) >= PART:
            self.parts.append(bytes(self.rest[:PART]))
            del self.rest[:PART]

    def end(self) -> Self:
        """Nothing more comes; a second call does nothing. Answers itself."""
        if self.open:
            self._keep(self.pressing.flush())
            self.parts += [bytes(self.rest)] if self.rest else []
            self.open = False
        return self

    def file(self) -> BinaryIO:
        """The file from its beginning."""
        return unpacked(iter(self.parts))


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


def unpacked(parts: Iterator[bytes]) -> BinaryIO:
    """The file whose packed parts these are, each asked for when it is needed."""
    return cast(BinaryIO, io.BufferedReader(Unpacking(parts), PIECE))
