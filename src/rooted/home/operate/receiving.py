"""How requests come in: in memory, and never so many large ones at once that memory runs out.

A body over 1 MB needs one of eight places, a list of struggles of over 16 MB the only place for such. What is too
large, or finds no place, is still read to its end, but only its first megabyte is kept: there stands everything that
was typed, so that the page comes back with it and says what to do.
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

MEGABYTE = 1024 * 1024
LARGEST = 16 * MEGABYTE
LARGEST_READ = 256 * MEGABYTE  # what is larger still is cut off at once
SMALL = MEGABYTE
TAIL = 8 * 1024
LARGE_AT_ONCE = 8
LARGEST_LIST = 51 * MEGABYTE  # a list of struggles with its form (tables/table.py); one at a time
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


class Parser(HTTPRequestParser):
    """One request as it comes in."""

    release: Any = None
    error: Any = None

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        self.headers.pop(MARK, None)
        if self.content_length <= SMALL:
            return
        is_list = LIST_PATH.fullmatch(self.path) is not None
        if self.content_length > (LARGEST_LIST if is_list else LARGEST):
            self._cut("size")
        elif not self._take_place(_place_of_a_list if self.content_length > LARGEST else _places):
            self._cut("busy")

    def _cut(self, why: str) -> None:
        self.headers[MARK] = why
        self.body_rcv = CutReceiver(self.content_length, OverflowableBuffer(self.adj.inbuf_overflow))

    def _take_place(self, places: threading.BoundedSemaphore = _places) -> bool:
        if places.acquire(blocking=False):
            self.release = weakref.finalize(self, places.release)  # given back once, whatever becomes of the request
            self.release.atexit = False
            return True
        return False

    def received(self, data: bytes) -> int:
        """A body whose length was not said needs a place as soon as it is large."""
        consumed = super().received(data)
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
