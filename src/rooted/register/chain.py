"""The chain that a register hangs on: plain Python, no Django, so that anyone can recompute it.

An entry's `commitment` is the SHA-256 of what was decided together with a random salt: it stays when the text burns and
tells nothing about it. Its `head` is the SHA-256 of the head before it and of what the entry says in clear. So nobody
can change, leave out or put in an entry without changing every head after it.

    commitment = sha256(json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())
    head = sha256("\\n".join(["rooted register entry", previous head, number, day, kind, result, number it takes the
           place of or nothing, commitment]).encode()), hashes written as 64 hexadecimal digits

The head before number 1 is 64 zeros. `text` has the salt among its fields.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rooted.base import words

START = bytes(32)  # the head before the first entry
HEAD_WORDS = 6
"""Six words hold 77 bits. Of four, 51 bits, somebody who may write entries could find a second chain in days."""


@dataclass(frozen=True)
class Link:
    """What an entry says in clear. `day`: as 2026-11-27; `replaces`: the number it takes the place of, 0 for none."""

    number: int
    day: str
    kind: str
    result: str
    replaces: int
    commitment: bytes


def new_salt() -> str:
    """32 random bytes, in hexadecimal digits: without them a short text could be guessed from its commitment."""
    return secrets.token_hex(32)


def commitment_of(text: Mapping[str, Any]) -> bytes:
    """The 32 bytes that stand for `text`, a mapping of plain values with a `salt`; ValueError where it has no UTF-8."""
    plain = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).digest()


def head_after(previous: bytes, link: Link) -> bytes:
    """The 32 bytes of the chain once `link` hangs on `previous`."""
    said = [
        "rooted register entry",
        previous.hex(),
        str(link.number),
        link.day,
        link.kind,
        link.result,
        str(link.replaces or ""),
        link.commitment.hex(),
    ]
    return hashlib.sha256("\n".join(said).encode()).digest()


def head_words(head: bytes, language: str = "en") -> str:
    """Six words for a head, to be printed, read out and compared; groups of digits where a language has no list."""
    return words.derived(head, HEAD_WORDS, language)


def day_of(day: date) -> str:
    """A day as the chain writes it."""
    return day.isoformat()
