"""Looks for a word in bytes the way a curious person would: plain, in common codings, inside compressed streams."""

import base64
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

COMPRESSED = {b"\x1f\x8b\x08": 31, b"\x78\x01": 15, b"\x78\x9c": 15, b"\x78\xda": 15}
BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{32,}")
DEEP = 3


def forms(word: str) -> set[bytes]:
    """How the word may stand in a file."""
    raw = word.encode()
    found = {raw, raw.hex().encode(), raw.hex().upper().encode(), word.encode("utf-16-le"), word.encode("utf-16-be")}
    for shift in range(3):  # base64 depends on where in a triple the word begins
        coded = base64.b64encode(b"\0" * shift + raw)
        inner = coded[4 if shift else 0 :].rstrip(b"=")[:-4]
        found |= {inner, inner.replace(b"+", b"-").replace(b"/", b"_")}
    return found


def unpacked(data: bytes, depth: int = 0) -> Iterator[bytes]:
    """The data, and everything compressed or base64 inside it."""
    yield data
    if depth == DEEP:
        return
    for mark, bits in COMPRESSED.items():
        for hit in re.finditer(re.escape(mark), data):
            inner = inflated(data[hit.start() :], bits)
            if len(inner) > len(mark):
                yield from unpacked(inner, depth + 1)
    for hit in BASE64.finditer(data):
        run = hit.group().replace(b"-", b"+").replace(b"_", b"/")
        yield from unpacked(base64.b64decode(run[: len(run) // 4 * 4]), depth + 1)


def inflated(data: bytes, bits: int) -> bytes:
    try:
        return zlib.decompressobj(wbits=bits).decompress(data, 1_000_000)
    except zlib.error:
        return b""


def words_in(data: bytes, words: dict[str, str]) -> set[str]:
    """The names of those words (name: word) that stand in the data in any form."""
    looked_for = {name: forms(word) for name, word in words.items()}
    found: set[str] = set()
    for layer in unpacked(data):
        found |= {name for name, some in looked_for.items() if any(form in layer for form in some)}
    return found


def words_in_folder(folder: Path, words: dict[str, str]) -> dict[str, set[str]]:
    """Name of a word -> the files under `folder` it stands in."""
    found: dict[str, set[str]] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for name in words_in(path.read_bytes(), words):
            found.setdefault(name, set()).add(path.relative_to(folder).as_posix())
    return found
