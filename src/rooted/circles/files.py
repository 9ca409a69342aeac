"""Files sealed to a circle: held in memory, cut into chunks of 64 KiB, each chunk a row. Never a file on the disk.

A stream has its own key, which lies in the file's sealed item: a change of the circle's keys re-wraps that item alone,
and erasing the item makes every chunk noise and deletes it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from rooted.base import seal
from rooted.circles.actions import drop_in
from rooted.circles.keys import OpenCircle
from rooted.circles.models import Circle, FileChunk, SealedFile, SealedItem
from rooted.circles.sealed import DROPPED_FILE, FILE

MEGABYTE = 1024 * 1024
AT_ONCE = 16  # chunks read or written by one statement: 1 MB in memory
STEPS = 8  # size classes between one power of two and the next


@dataclass(frozen=True)
class OpenFile:
    """A file whose name can be read. `size` in bytes; `key` opens its content."""

    file: SealedFile
    name: str
    media_type: str
    size: int
    key: bytes


def size_class(size: int) -> int:
    """`size` bytes filled up: whole chunks of 64 KiB, above 512 KiB in eighths of a power of two (at most 1/8 more)."""
    step = max(seal.STREAM_CHUNK, (1 << max(size - 1, 0).bit_length()) // (2 * STEPS))
    return max(1, -(-size // step)) * step


def used(circle: Circle) -> int:
    """Bytes that the circle's files take up."""
    return SealedFile.objects.filter(item__circle=circle).aggregate(sum=Sum("size_class"))["sum"] or 0


def room() -> int:
    """Bytes that the files of one circle may take up."""
    return settings.CIRCLE_MEGABYTES * MEGABYTE


@transaction.atomic
def store(
    keys_or_circle: OpenCircle | Circle, name: str, media_type: str, data: bytes, *, expires_on: date | None = None
) -> SealedFile:
    """Seal a file to a circle: by a member with its keys, or dropped in by anyone who has only the circle.

    Raises ValidationError when the circle has no room. Strangers can fill half of it, so that members keep the other.
    """
    by_member = isinstance(keys_or_circle, OpenCircle)
    circle = keys_or_circle.circle if isinstance(keys_or_circle, OpenCircle) else keys_or_circle
    Circle.objects.select_for_update(no_key=True).get(pk=circle.pk)  # two at once do not share the last room
    padded = size_class(len(data))
    if used(circle) + padded > (room() if by_member else room() // 2):
        raise ValidationError(_no_room(by_member), code="no-room")
    key = seal.new_key()
    content = {"name": name, "media_type": media_type, "size": len(data), "key": int.from_bytes(key, "big")}
    if isinstance(keys_or_circle, OpenCircle):
        item = keys_or_circle.seal(FILE, content, expires_on)
    else:
        item = drop_in(circle, DROPPED_FILE, content, expires_on)
    sealed = seal.stream_seal(key, _pieces(data, padded), _context(item))
    file = SealedFile.objects.create(item=item, header=next(sealed), size_class=padded)
    chunks = (FileChunk(file=file, place=place, ciphertext=piece) for place, piece in enumerate(sealed))
    while written := [chunk for _number, chunk in zip(range(AT_ONCE), chunks, strict=False)]:
        FileChunk.objects.bulk_create(written)
    return file


def _no_room(by_member: bool) -> str:
    if by_member:
        return _("There is no room for more files here. Erase some you no longer need, then choose the files again.")
    return _("There is no room for files here at the moment. Send your text without them, or try again later.")


def _pieces(data: bytes, padded: int) -> Iterator[bytes]:
    for start in range(0, padded, seal.STREAM_CHUNK):
        yield data[start : start + seal.STREAM_CHUNK].ljust(seal.STREAM_CHUNK, b"\0")


def _context(item: SealedItem) -> str:
    return f"v1|{item.circle_id}|{item.pk}|file"


def open_file(keys: OpenCircle, file: SealedFile) -> OpenFile:
    """What `file` is called and the key of its content; raises seal.Closed. `file` comes with its `item`."""
    return opened(file, keys.read(file.item, FILE, DROPPED_FILE))


def opened(file: SealedFile, content: dict[str, Any]) -> OpenFile:
    """`file` with what its item says, from whichever side it was opened."""
    key = content["key"].to_bytes(seal.KEY_BYTES, "big")
    return OpenFile(file, content["name"], content["media_type"], content["size"], key)


def content_of(open_file: OpenFile) -> dict[str, Any]:
    """The fields that open this file, to be sealed for somebody else too."""
    key = int.from_bytes(open_file.key, "big")
    return {"name": open_file.name, "media_type": open_file.media_type, "size": open_file.size, "key": key}


def read_chunks(keys: OpenCircle, file: SealedFile) -> Iterator[bytes]:
    """The content of `file`, at most 64 KiB at a time; raises seal.Closed when anything of it is changed or missing."""
    return chunks_of(open_file(keys, file))


def chunks_of(open_file: OpenFile) -> Iterator[bytes]:
    """The same for a file already open."""
    file, left = open_file.file, open_file.size
    for piece in seal.stream_open(open_file.key, file.header, _sealed_chunks(file), _context(file.item)):
        yield piece[:left]
        left -= min(left, len(piece))
    if left:
        raise seal.Closed


def _sealed_chunks(file: SealedFile) -> Iterable[bytes]:
    """Some rows at a time, so that a slow download holds no open query and little memory."""
    count = file.size_class // seal.STREAM_CHUNK
    for start in range(0, count, AT_ONCE):
        rows = FileChunk.objects.filter(file=file, place__gte=start, place__lt=start + AT_ONCE).order_by("place")
        yield from map(bytes, rows.values_list("ciphertext", flat=True))
