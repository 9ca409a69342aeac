"""Files in the database: packed in parts as they come in, unpacked piece by piece as they are read."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from rooted.base.packing import Packing, unpacked
from rooted.imports.models import FilePart, ImportFile
from rooted.tables.braces import begins_a_chronicle
from rooted.tables.table import LARGEST, LARGEST_CHRONICLE, Unusable

BEGINNING = 1_000  # bytes in which a file says whether it is a whole chronicle


class Packed(Packing):
    """A file while it comes in. More than 50 MB is refused, unless it is another server's whole chronicle."""

    def __init__(self) -> None:
        super().__init__()
        self.digest = hashlib.sha256()
        self.beginning = b""

    def take(self, piece: bytes) -> None:
        if len(self.beginning) < BEGINNING:
            self.beginning += piece[:BEGINNING]
        if self.size + len(piece) > LARGEST:
            self.refuse_what_is_too_large(self.size + len(piece))
        self.digest.update(piece)
        super().take(piece)

    def refuse_what_is_too_large(self, size: int) -> None:
        if not begins_a_chronicle(self.beginning):
            raise Unusable("size")
        if size > LARGEST_CHRONICLE:
            raise Unusable("size-chronicle")


def parts_of(file: ImportFile) -> Iterator[bytes]:
    """The packed parts of a file in their order, each asked for when it is needed."""
    order = 0
    while part := FilePart.objects.filter(file=file, order=order).values_list("packed", flat=True).first():
        yield bytes(part)
        order += 1


def open_kept(file: ImportFile) -> BinaryIO:
    """The file from its beginning."""
    return unpacked(parts_of(file))
