"""Pictures painted anew: what comes out holds nothing but what can be seen.

The points are copied into a fresh picture and that is saved as JPEG; place, time, phone, comments, colour profile,
thumbnails and whatever was hung on at the end are left out. Everything becomes JPEG: one kind to think about.
"""

import io
import struct
import threading
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

JPEG = "image/jpeg"
MOST_POINTS = 12_000_000
MOST_OF_A_CAMERA = 13_000_000  # a phone's "12 megapixels" are 4032 × 3024 or 4160 × 3120: a JPEG is painted whole
MOST_OF_A_JPEG = 26_000_000  # and up to here at half its width and height: its reader never makes the other points
MOST_ACROSS = 16_000  # points in one direction
QUALITY = 85
FORMATS = ("JPEG", "PNG", "WEBP")
ORIENTATION = 0x0112  # EXIF: which way the phone was held
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
# What the readers of formats raise on bytes that are not what they claim.
FAULTS = (
    OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, AttributeError, OverflowError,
    RuntimeError, struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip

# One picture is painted at a time (about 150 MB for 12 million points); three more may wait.
_painting = threading.BoundedSemaphore(1)
_admitted = threading.BoundedSemaphore(4)


class Busy(Exception):
    """Too many pictures are waiting at this moment."""


class TooLarge(Exception):
    """More points than we paint."""


class Broken(Exception):
    """This begins as a picture but cannot be read to its end."""


def is_picture(data: bytes) -> bool:
    """Whether the first bytes are those of a JPEG, PNG or WebP."""
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def repaint(data: bytes) -> bytes:
    """The picture in `data` as a JPEG that holds nothing else; raises Busy, TooLarge or Broken."""
    with _a_place():
        try:
            with warnings.catch_warnings(action="ignore"):  # of notes in the picture that nobody will read
                return _repainted(data)
        except FAULTS as fault:
            raise Broken from fault


@contextmanager
def _a_place() -> Iterator[None]:
    if not _admitted.acquire(blocking=False):
        raise Busy
    try:
        with _painting:
            yield
    finally:
        _admitted.release()


def _repainted(data: bytes) -> bytes:
    if data[:4] == b"RIFF":
        _refuse_size(*_webp_size(data))  # before Pillow: its reader makes room for all points as it opens
    with Image.open(io.BytesIO(data), formats=FORMATS) as sent:
        _fit(sent)
        turn = _turn(sent)
        sent.load()  # the first picture alone, of those that move
        fresh, drawn = _painted(sent), sent.format == "PNG"
    if turn is not None:
        fresh = fresh.transpose(turn)
    return _saved(fresh, drawn=drawn)


def _fit(sent: Image.Image) -> None:
    """Refuse what is too large, before a point of it is made; a large JPEG is read smaller."""
    if sent.format not in ("JPEG", "MPO"):  # MPO: a JPEG with more behind it, as some phones write
        _refuse_size(*sent.size)
        return
    _refuse_size(*sent.size, most=MOST_OF_A_JPEG)
    width, height = sent.size
    if width * height > MOST_OF_A_CAMERA:
        sent.draft(sent.mode, (width // 2, height // 2))
    _refuse_size(*sent.size, most=MOST_OF_A_CAMERA)


def _refuse_size(width: int, height: int, *, most: int = MOST_POINTS) -> None:
    if width * height > most or max(width, height) > MOST_ACROSS:
        raise TooLarge
    if min(width, height) < 1:
        raise Broken


def _webp_size(data: bytes) -> tuple[int, int]:
    """Width and height as the header says (RFC 9649)."""
    head = data[12:30]
    if head[:4] == b"VP8X":
        return 1 + int.from_bytes(head[12:15], "little"), 1 + int.from_bytes(head[15:18], "little")
    if head[:4] == b"VP8L":
        bits = int.from_bytes(head[9:13], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if head[:4] == b"VP8 ":
        return int.from_bytes(head[14:16], "little") & 0x3FFF, int.from_bytes(head[16:18], "little") & 0x3FFF
    raise Broken


def _turn(sent: Image.Image) -> Image.Transpose | None:
    """How the picture has to be turned; a note of it that cannot be read counts as none."""
    try:
        return TURNS.get(sent.getexif().get(ORIENTATION, 1))
    except FAULTS:
        return None


def _painted(sent: Image.Image) -> Image.Image:
    """The points of `sent` on white."""
    fresh = Image.new("RGB", sent.size, "white")
    if sent.mode.startswith("I;16"):  # sixteen bits a point: Pillow would cut instead of scale
        fresh.paste(sent.convert("I").point(lambda value: value / 257).convert("L"))
    elif "A" in sent.getbands() or "transparency" in sent.info:
        seen = sent.convert("RGBA")
        fresh.paste(seen, mask=seen)
    else:
        fresh.paste(sent)
    return fresh


def _saved(fresh: Image.Image, *, drawn: bool) -> bytes:
    """As JPEG; of what a screen drew, coloured letters stay sharp."""
    fresh.info.clear()
    out = io.BytesIO()
    fresh.save(out, "JPEG", quality=QUALITY, subsampling="4:4:4" if drawn else "4:2:0")
    return out.getvalue()
