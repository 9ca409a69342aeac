"""A register as a file, and checking such a file: plain Python, no Django, no key.

The file is UTF-8 JSON. `how` tells in it what to compute; `check` is the hash of everything else, so that no byte of it
can change by accident; the chain itself needs only the entries.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rooted.register.chain import START, Link, commitment_of, head_after

FORMAT = "rooted register 1"
HOW = [
    "An entry's text holds a random salt. Its commitment is the SHA-256 of the text as JSON in UTF-8, keys in order of",
    "the alphabet, no spaces: json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(',', ':')).",
    "Its head is the SHA-256 of eight lines joined by line ends: 'rooted register entry', the head before it, number,",
    "day, kind, result, the number it takes the place of or nothing, commitment. Before number 1 the head is 64 zeros.",
    "Where a text has burnt, text is null and burnt_on says when; commitment and head stay as they were.",
]
KEYS = ["format", "how", "with_texts", "length", "head", "entries", "check"]
ENTRY = ["number", "day", "kind", "result", "replaces", "commitment", "head", "burnt_on", "text"]
TEXT = {
    "title": str, "text": str, "tally": list, "bound": str, "tasks": list, "in_force_from": str, "in_force_until": str,
    "method": str, "salt": str,
}  # fmt: skip
TASK = ["text", "who", "by"]
KINDS, RESULTS = {"decision", "correction"}, {"carried", "not carried", "inquorate", "blocked"}
HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Filed:
    """One entry on its way into a file. `text`: what its commitment stands for; None where it has burnt."""

    link: Link
    head: bytes
    burnt_on: date | None
    text: Mapping[str, Any] | None


class Wrong(Exception):
    """A file that does not hold. `code` says what is wrong, `number` with which entry; 0 for the file as a whole.

    `unreadable` no JSON in UTF-8 · `form` something missing, too much, or of another form · `gap` another number than
    the next · `chain` does not hang on the one before · `text` not the text that was decided · `missing` no text and no
    day on which it burnt · `unburnt` a text that is said to have burnt · `end` another length or last head than the
    entries have · `changed` the chain holds, and something else was changed.
    """

    def __init__(self, code: str, number: int = 0) -> None:
        super().__init__(code, number)
        self.code, self.number = code, number


def write_document(entries: Iterable[Filed], *, with_texts: bool = True) -> bytes:
    """The file of these entries, which begin with number 1; without texts it can be given to outsiders."""
    rows = [_row(entry, with_texts) for entry in entries]
    head = rows[-1]["head"] if rows else START.hex()
    content = {"format": FORMAT, "how": HOW, "with_texts": with_texts, "length": len(rows), "head": head}
    return _bytes(content | {"entries": rows})


def _row(entry: Filed, with_texts: bool) -> dict[str, Any]:
    link = entry.link
    return {
        "number": link.number,
        "day": link.day,
        "kind": link.kind,
        "result": link.result,
        "replaces": link.replaces,
        "commitment": link.commitment.hex(),
        "head": entry.head.hex(),
        "burnt_on": entry.burnt_on.isoformat() if entry.burnt_on else None,
        "text": _in_order(entry.text) if entry.text is not None and with_texts else None,
    }


def _in_order(text: Mapping[str, Any]) -> dict[str, Any]:
    tasks = [{name: task[name] for name in TASK} for task in text["tasks"]]
    return {name: text[name] for name in TEXT} | {"tasks": tasks}


def _bytes(content: Mapping[str, Any]) -> bytes:
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    whole = {**content, "check": hashlib.sha256(plain).hexdigest()}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"


def check_document(data: bytes) -> list[bytes]:
    """The heads of all entries of a file, the first first; raises Wrong with the first thing that does not hold."""
    content = _read(data)
    heads = [START]
    replaced: set[int] = set()
    for place, row in enumerate(content["entries"], 1):
        link = _link(row, place, replaced)
        if row["head"] != head_after(heads[-1], link).hex():
            raise Wrong("chain", place)
        _check_text(row, place, with_texts=content["with_texts"])
        heads.append(bytes.fromhex(row["head"]))
    if (content["length"], content["head"]) != (len(heads) - 1, heads[-1].hex()):
        raise Wrong("end")
    if _bytes({name: value for name, value in content.items() if name != "check"}) != data:
        raise Wrong("changed")
    return heads[1:]


def _read(data: bytes) -> dict[str, Any]:
    try:
        content = json.loads(data.decode(), parse_constant=_no_number)
        json.dumps(content, ensure_ascii=False).encode()  # a half of a pair of signs has no UTF-8
    except (ValueError, RecursionError) as error:
        raise Wrong("unreadable") from error
    if not isinstance(content, dict) or list(content) != KEYS or content["format"] != FORMAT:
        raise Wrong("form")
    kinds = [("with_texts", bool), ("length", int), ("entries", list), ("how", list), ("head", str), ("check", str)]
    if any(type(content[name]) is not kind for name, kind in kinds) or not _are_text(content["how"]):
        raise Wrong("form")
    return content


def _no_number(_name: str) -> None:
    raise ValueError


def _link(row: Any, place: int, replaced: set[int]) -> Link:
    """What the entry at this place says in clear, if it has the form of one."""
    if not isinstance(row, dict) or list(row) != ENTRY:
        raise Wrong("form", place)
    if type(row["number"]) is not int or row["number"] != place:
        raise Wrong("gap", place)
    replaces = row["replaces"]
    known = _are_text([row["kind"], row["result"]]) and row["kind"] in KINDS and row["result"] in RESULTS
    earlier = type(replaces) is int and 0 <= replaces < place and replaces not in replaced
    burnt = row["burnt_on"] is None or _is_day(row["burnt_on"])
    if not (known and earlier and burnt and _is_day(row["day"]) and _is_hash(row["commitment"], row["head"])):
        raise Wrong("form", place)
    if replaces:
        replaced.add(replaces)
    return Link(place, row["day"], row["kind"], row["result"], replaces, bytes.fromhex(row["commitment"]))


def _check_text(row: dict[str, Any], place: int, *, with_texts: bool) -> None:
    text = row["text"]
    if text is None:
        if with_texts and row["burnt_on"] is None:
            raise Wrong("missing", place)
        return
    if row["burnt_on"] is not None or not with_texts:
        raise Wrong("unburnt", place)
    if not isinstance(text, dict) or list(text) != list(TEXT):
        raise Wrong("form", place)
    if any(not isinstance(text[name], kind) for name, kind in TEXT.items()) or not _plain_lists(text):
        raise Wrong("form", place)
    if commitment_of(text).hex() != row["commitment"]:
        raise Wrong("text", place)


def _plain_lists(text: dict[str, Any]) -> bool:
    tasks = all(isinstance(task, dict) and list(task) == TASK and _are_text(task.values()) for task in text["tasks"])
    return tasks and _are_text(text["tally"])


def _are_text(values: Iterable[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_hash(*values: Any) -> bool:
    return all(isinstance(value, str) and HASH.fullmatch(value) for value in values)
