"""Tellers' codes: three words or twelve digits, and the keys that follow from one. No code is stored but sealed."""

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from rooted.base import seal, words

PIECES = 3  # words of 12.9 bits, or groups of four digits
LOOKUP_BYTES = 16
OKM_BYTES = 48
LONGEST = 100  # no code is longer; more would only cost time


@dataclass(frozen=True)
class CodeKeys:
    """What a code leads to: `lookup` finds the sitting, `key` opens its secret."""

    lookup: bytes
    key: bytes


def new_code(language: str) -> str:
    """A code to be said, written down and typed."""
    return words.spoken(PIECES, language)


def keys_of(code: str, group: UUID) -> CodeKeys:
    """Argon2id (RFC 9106; 19 MiB, two passes) of the folded code: 16 bytes to look up, a key of 32 bytes.

    Any text costs the same, the empty one too. Not in a transaction. Raises seal.Busy.
    """
    salt = seal.digest(f"ballots.code|{group}".encode(), key=settings.INSTANCE_KEY, size=16)
    okm = seal.slow_key(words.fold_spoken(code[:LONGEST]), salt, memory_kib=seal.RECEIPT_KIB, length=OKM_BYTES)
    return CodeKeys(okm[:LOOKUP_BYTES], seal.subkey(okm[LOOKUP_BYTES:], "ballots.sitting"))
