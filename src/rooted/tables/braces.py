"""Reads JSON lists one entry at a time: a list, a list inside an object, or one object a line."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TextIO

from rooted.struggles.exchange import FORMAT as CHRONICLE
from rooted.struggles.plain import FORMAT
from rooted.tables.table import LONGEST_NAME, LONGEST_ROW, UNKEEPABLE, Layout, Row, Unusable

PIECE = 64 * 1024  # characters
SPACE = " \t\r\n\ufeff"
INSIDE = "\n"  # between the names of an object and of what is inside it, where a list lies
ROLE = "role"
DEEPEST = 4  # objects inside objects become columns "place.town"
DECODER = json.JSONDecoder(parse_constant=lambda _name: None)  # NaN is nothing


class Stream:
    """A text read value by value; never holds more than one entry and a piece."""

    def __init__(self, text: TextIO) -> None:
        self.text, self.buffer, self.at, self.ended, self.row = text, "", 0, False, 0

    def more(self) -> bool:
        """Take another piece; False at the end."""
        piece = self.text.read(max(PIECE, len(self.buffer) - self.at))
        self.buffer, self.at = self.buffer[self.at :] + piece, 0
        self.ended = not piece
        return bool(piece)

    def peek(self) -> str:
        """The next sign that is no space, "" at the end."""
        while True:
            while self.at < len(self.buffer) and self.buffer[self.at] in SPACE:
                self.at += 1
            if self.at < len(self.buffer):
                return self.buffer[self.at]
            if not self.more():
                return ""

    def sign(self, wanted: str) -> bool:
        """Pass over the sign `wanted` where it comes next."""
        found = self.peek() == wanted
        self.at += found
        return found

    def value(self) -> Any:
        """The next whole value. Raises Unusable where it is too large, cut short or no JSON."""
        self.peek()
        while True:
            try:
                value, end = DECODER.raw_decode(self.buffer, self.at)
            except (ValueError, RecursionError) as error:
                self.grow(error)
                continue
            if end == len(self.buffer) and not self.ended and self.more():
                continue  # a number may go on in the next piece
            if end - self.at > LONGEST_ROW:
                raise Unusable("cell", self.row + 1)
            self.at = end
            return value

    def grow(self, error: Exception) -> None:
        """Read on, for the value may only be cut by the piece; raises where that cannot be."""
        if not isinstance(error, json.JSONDecodeError):
            raise Unusable("not-json", self.row) from error
        if len(self.buffer) - self.at > LONGEST_ROW:
            early = error.pos < self.at + LONGEST_ROW // 2 and not error.msg.startswith("Unterminated")
            raise Unusable("not-json" if early else "cell", self.row + (not early)) from error
        if not self.more():
            whole = error.pos < len(self.buffer) - 1 and not error.msg.startswith("Unterminated")
            raise Unusable("not-json" if whole else "broken", self.row) from error


def layout_of(open_text: Callable[[], TextIO], encoding: str) -> Layout | None:
    """Where the list is; None for a text that is no JSON at all. Opens the text twice."""
    with open_text() as text:
        start = Stream(text).peek()
    if start == "[":
        return Layout("list", encoding)
    if start != "{":
        return None
    with open_text() as text:
        if is_one_a_line(Stream(text)):
            return Layout("lines", encoding)
    with open_text() as text:
        return list_inside(Stream(text), Layout("inside", encoding)) or Layout("lines", encoding)


def is_one_a_line(stream: Stream) -> bool:
    """Whether a second entry follows the first. One that is too long or broken is no such entry."""
    try:
        stream.value()
    except Unusable:
        return False
    stream.sign(",")
    return stream.peek() == "{"


def begins_a_chronicle(beginning: bytes) -> bool:
    """Whether a file that begins so is of our own form; rooted.exports writes its format first."""
    start = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"' + re.escape(CHRONICLE.encode()) + b'"')
    return start.match(beginning) is not None


def list_inside(stream: Stream, layout: Layout, above: str = "", depth: int = 1) -> Layout | None:
    """Where an object holds a list of objects, itself or in an object inside it; None where there is none.

    Our own chronicle holds several lists, and says before them which server it comes from.
    """
    stream.sign("{")
    own, server = False, ""
    while (name := next_key(stream)) is not None:
        if stream.peek() == "[" and (name == "struggles" if own else holds_objects(stream)):
            return replace(layout, key=above + name, chronicle=own, server=server)
        if stream.peek() == "{" and depth < DEEPEST:
            if found := list_inside(stream, layout, f"{above}{name}{INSIDE}", depth + 1):
                return found
            stream.sign(",")
            continue
        value = stream.value()
        own = own or (name == "format" and value == CHRONICLE)
        server = UNKEEPABLE.sub("", str(value))[:40] if own and name == "server" else server
        stream.sign(",")
    if not stream.sign("}"):
        raise Unusable("broken" if stream.peek() == "" else "not-json", stream.row)
    return None


def next_key(stream: Stream) -> str | None:
    if stream.peek() != '"':
        return None
    name = stream.value()
    if not stream.sign(":"):
        raise Unusable("broken" if stream.peek() == "" else "not-json", stream.row)
    return str(name)


def holds_objects(stream: Stream) -> bool:
    """Whether the list that begins here holds objects; moves nothing."""
    here = stream.at + 1
    while True:
        rest = stream.buffer[here:].lstrip(SPACE)
        if rest:
            return rest[0] == "{"
        here -= stream.at
        if not stream.more():
            return False


def entries(text: TextIO, layout: Layout) -> Iterator[Any]:
    """Every entry as JSON gives it."""
    stream = Stream(text)
    if layout.kind == "lines":
        while stream.peek():
            yield stream.value()
            stream.row += 1
            stream.sign(",")
        return
    for key in layout.key.split(INSIDE) if layout.kind == "inside" else ():
        stream.sign("{")
        while (name := next_key(stream)) is not None and name != key:
            stream.value()
            stream.sign(",")
    if not stream.sign("["):
        raise Unusable("no-list")
    yield from of_list(stream)


def of_list(stream: Stream) -> Iterator[Any]:
    if stream.sign("]"):
        return
    while True:
        yield stream.value()
        stream.row += 1
        if stream.sign("]"):
            return
        if not stream.sign(","):
            raise Unusable("not-json" if stream.peek() else "broken", stream.row)


def rows(text: TextIO, layout: Layout) -> Iterator[Row]:
    """Every entry as a row; objects inside it become columns of their own."""
    for number, entry in enumerate(entries(text, layout), start=1):
        if not isinstance(entry, dict):
            yield Row(number, None)
        elif is_ours(entry):
            yield Row(number, entry)
        else:
            yield Row(number, flat(entry))


def is_ours(entry: dict[str, Any]) -> bool:
    """Whether an entry is a record as this product writes it (rooted.struggles.exchange)."""
    record = entry.get("record")
    travels = isinstance(record, dict) and record.get("format") == FORMAT
    return travels or ("id" in entry and "withdrawn_on" in entry and "byline" in entry)


def flat(entry: dict[str, Any], before: str = "", depth: int = 1) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in entry.items():
        column = (before + " ".join(UNKEEPABLE.sub(" ", name).split()))[:LONGEST_NAME] or "#1"
        if isinstance(value, dict) and depth < DEEPEST:
            values |= flat(value, f"{column}.", depth + 1)
        elif depth < DEEPEST and are_objects(value):
            for role, some in by_role(value).items():
                inside = f"{column}.{role}." if role else f"{column}."
                values |= side_by_side([flat(one, inside, depth + 1) for one in some])
        elif value != []:  # of what others have as objects, or not at all
            values[column] = value
    return values


def are_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def by_role(objects: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Objects that say their role, by it: [{"role": "union", "name": …}] is read like {"union": [{"name": …}]}."""
    if not all(isinstance(one.get(ROLE), str) and one[ROLE].strip() for one in objects):
        return {"": objects}
    found: dict[str, list[dict[str, Any]]] = {}
    for one in objects:
        rest = {name: value for name, value in one.items() if name != ROLE}
        found.setdefault(" ".join(UNKEEPABLE.sub(" ", one[ROLE]).replace(".", " ").split()), []).append(rest)
    return found


def side_by_side(objects: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """A list of objects as one list for each of their columns, in the same order; None where one lacks it."""
    columns = dict.fromkeys(column for one in objects for column in one)
    return {column: [one.get(column) for one in objects] for column in columns}
