"""From a page's token to a receipt, and from a receipt to the keys of its thread. Nothing here is stored."""

import re
import secrets
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from rooted.base import seal, words

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
LOOKUP_BYTES = 16
OKM_BYTES = 48
LONGEST = 200  # no receipt is longer; more would only cost time


@dataclass(frozen=True)
class ReceiptKeys:
    """What a receipt opens: `lookup` finds the thread, `key` opens the stranger's secret."""

    lookup: bytes
    key: bytes


def new_token() -> str:
    """32 random bytes for one page, as 43 characters."""
    return secrets.token_urlsafe(32)


def is_token(text: str) -> bool:
    """Whether `text` has the form of a token."""
    return TOKEN.fullmatch(text) is not None


def receipt_of(token: str, *, group: UUID, language: str) -> str:
    """The receipt that belongs to a page: the same page, the same words."""
    key = seal.subkey(settings.INSTANCE_KEY, "intake.receipt")
    return words.receipt(seal.digest(f"{group}|{language}|{token}".encode(), key=key), language)


def keys_of(receipt: str) -> ReceiptKeys:
    """Argon2id (RFC 9106; 19 MiB, two passes) of the folded receipt: 16 bytes to look up, a key of 32 bytes.

    Any text costs the same, the empty one too. Raises seal.Busy.
    """
    salt = seal.digest(b"intake.salt", key=settings.INSTANCE_KEY, size=16)
    folded = words.fold_spoken(receipt[:LONGEST])
    okm = seal.slow_key(folded, salt, memory_kib=seal.RECEIPT_KIB, length=OKM_BYTES)
    return ReceiptKeys(okm[:LOOKUP_BYTES], seal.subkey(okm[LOOKUP_BYTES:], "intake.thread"))


def parts_of(receipt: str) -> list[str]:
    """The five words, or five groups of four digits, in order."""
    return words.fold_spoken(receipt[:LONGEST]).split()


def asked_back(receipt: str) -> tuple[int, int]:
    """Which two of the five parts the save step asks for, counted from 1; the same ones each time."""
    first, second = divmod(seal.digest(" ".join(parts_of(receipt)).encode(), size=16)[0] % 20, 4)
    return (first + 1, (first + second + 1) % 5 + 1)


def is_in(receipt: str, text: str) -> bool:
    """Whether `text` gives the receipt away, however it is spaced or written."""
    parts, folded = parts_of(receipt), words.fold_spoken(text)
    if not parts:
        return False
    return "".join(parts) in folded.replace(" ", "")
