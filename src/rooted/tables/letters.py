"""In which letters a file is written, found from its bytes; and opening it as text."""

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from rooted.tables.alphabets import LOOKED_AT, OLD, likeliest
from rooted.tables.table import OpenFile, Unusable

PIECE = 64 * 1024
BEGINNING = 4_096
MARKS = [
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
]
NO_LISTS = [(b"PK\x03\x04", "workbook"), (b"\xd0\xcf\x11\xe0", "workbook"), (b"%PDF", "pdf"), (b"\x1f\x8b", "packed"),
            (b"BZh", "packed"), (b"7z\xbc\xaf", "packed"), (b"\xfd7zXZ", "packed"), (b"Rar!", "packed")]  # fmt: skip
CHOICES = ("utf-8", "utf-16", *OLD)  # what an editor may choose where the guess is wrong
RARELY = 20  # so many letters for each that is broken make a file UTF-8 all the same


def encoding_of(open_file: OpenFile, wanted: str = "") -> str:
    """The encoding the whole file can be read in; `wanted` where an editor chose one. Raises Unusable."""
    with open_file() as file:
        content = file.read(LOOKED_AT)
    beginning = content[:BEGINNING]
    refuse_what_is_no_list(beginning)
    for mark, name in MARKS:
        if beginning.startswith(mark):
            wanted = name
            break
    for name in [wanted] if wanted else [*without_mark(beginning), "utf-8"]:
        if readable(open_file, name):
            return name
    if wanted in ("", "utf-8") and nearly_utf8(content):
        return "utf-8"
    for name in [] if wanted else likeliest(content):
        if readable(open_file, name):
            return name
    raise Unusable("letters")


def nearly_utf8(content: bytes) -> bool:
    """Whether few letters of a text in UTF-8 are broken: cut off at the end, or put together from two files."""
    text = content.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(not one.isascii() for one in text) - broken >= broken * RARELY


def refuse_what_is_no_list(beginning: bytes) -> None:
    if not beginning.strip():
        raise Unusable("empty")
    for start, code in NO_LISTS:
        if beginning.startswith(start):
            raise Unusable(code)
    if beginning.removeprefix(codecs.BOM_UTF8).lstrip()[:1] == b"<":
        raise Unusable("page")


def without_mark(beginning: bytes) -> list[str]:
    """UTF-16 without its mark: every other byte of western text is 0."""
    half = len(beginning) // 2 or 1
    if beginning[1::2].count(0) > half * 0.4:
        return ["utf-16-le"]
    return ["utf-16-be"] if beginning[::2].count(0) > half * 0.4 else []


def readable(open_file: OpenFile, encoding: str) -> bool:
    decode = codecs.getincrementaldecoder(encoding)("strict").decode
    try:
        with open_file() as file:
            for piece in pieces(file):
                decode(piece)
            decode(b"", True)
    except UnicodeError:
        return False
    return True


def pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def as_text(file: BinaryIO, encoding: str) -> io.TextIOWrapper:
    """The file as text, its line ends as they are; letters that are broken become "�"."""
    name = "utf-8-sig" if encoding == "utf-8" else encoding
    return io.TextIOWrapper(file, encoding=name, errors="replace", newline="")
