"""How requests come in: in memory, and never so many large ones at once that memory runs out.

A body over 1 MB needs one of eight places, a list of struggles of over 16 MB the only place for such. Such a list is
held packed while it comes in: another server's whole chronicle may have hundreds of megabytes, and takes a sixth.
What is too large, or finds no place, is still read to its end, but only its first megabyte is kept: there stands
everything that was typed, so that the page comes back with it and says what to do.
"""

import re
import threading
import weakref
from typing import Any

from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.receiver import FixedStreamReceiver
from waitress.utilities import RequestEntityTooLarge

from rooted.base.packing import Packing

MEGABYTE = 1024 * 1024
LARGEST = 16 * MEGABYTE
LARGEST_READ = 1024 * MEGABYTE  # what is larger still is cut off at once
SMALL = MEGABYTE
TAIL = 8 * 1024
LARGE_AT_ONCE = 8
LARGEST_PACKED = 64 * MEGABYTE  # a list of struggles with its form, packed; one at a time
LIST_PATH = re.compile(r"/g/[^/]+/struggles/imports/add/?")
MARK = "ROOTED_CUT"  # base.uploads reads it

_place_of_a_list = threading.BoundedSemaphore(1)
_places = threading.BoundedSemaphore(LARGE_AT_ONCE)


class CutReceiver(FixedStreamReceiver):
    """Reads a body to its end and keeps the beginning, and the last bytes, where a form says that it ends."""

    tail = b""

    def received(self, data: bytes) -> int:
        taken = min(self.remain, len(data))
        kept = min(taken, max(0, SMALL - len(self.buf)))
        self.buf.append(data[:kept])
        self.tail = (self.tail + data[kept:taken])[-TAIL:]
        self.remain -= taken
        if self.remain < 1:
            self.buf.append(self.tail)
            self.completed = True
        return taken


class PackedReceiver(CutReceiver):
    """Holds a long body packed; one that takes too much even so is kept as its beginning and its end."""

    def __init__(self, length: int, buffer: OverflowableBuffer) -> None:
        super().__init__(length, buffer)
        self.packing: Packing | None = Packing()

    def received(self, data: bytes) -> int:
        taken = super().received(data)
        if self.packing is not None:
            self.packing.take(data[:taken])
            if self.packing.packed > LARGEST_PACKED:
                self.packing = None
        return taken

    def __len__(self) -> int:
        return len(self.buf) if self.packing is None else self.packing.size

    def getfile(self) -> Any:
        return self.buf.getfile() if self.packing is None else self.packing.end().file()


class Parser(HTTPRequestParser):
    """One request as it comes in."""

    release: Any = None
    error: Any = None

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        self.headers.pop(MARK, None)
        if self.content_length <= SMALL:
            return
        is_long = self.content_length > LARGEST
        if is_long and not LIST_PATH.fullmatch(self.path):
            self._cut("size")
        elif not self._take_place(_place_of_a_list if is_long else _places):
            self._cut("busy")
        elif is_long:
            self._receive_in(PackedReceiver)

    def _cut(self, why: str) -> None:
        self.headers[MARK] = why
        self._receive_in(CutReceiver)

    def _receive_in(self, receiver: type[CutReceiver]) -> None:
        self.body_rcv = receiver(self.content_length, OverflowableBuffer(self.adj.inbuf_overflow))

    def _take_place(self, places: threading.BoundedSemaphore = _places) -> bool:
        if places.acquire(blocking=False):
            self.release = weakref.finalize(self, places.release)  # given back once, whatever becomes of the request
            self.release.atexit = False
            return True
        return False

    def received(self, data: bytes) -> int:
        """A body whose length was not said needs a place as soon as it is large."""
        consumed = super().received(data)
        if isinstance(self.body_rcv, PackedReceiver) and self.body_rcv.packing is None:
            self.headers[MARK] = "size"
        if self.chunked and self.error is None and self.body_bytes_received > SMALL:
            has_place = self.release is not None or self._take_place()
            if not has_place or self.body_bytes_received > LARGEST:
                self.error = RequestEntityTooLarge("This is too large.")
                self.completed = True
        return consumed

    def close(self) -> None:
        super().close()
        if self.release is not None:
            self.release()


class Channel(HTTPChannel):
    """One connection; when it ends in the middle of a request, the request's place is free again."""

    parser_class = Parser

    def handle_close(self) -> None:
        super().handle_close()
        if self.request is not None:
            self.request.close()
