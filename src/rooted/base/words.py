"""Words people say, write down and type back: receipts, invitations, fingerprints.

Lists of 7,776 words or more (12.9 bits a word) come from the diceware package; in languages without one, digits.
"""

import functools
import re
import secrets
import unicodedata
from collections.abc import Callable

from diceware.wordlist import WordList, get_wordlist_path

LISTS = {"en": "en_eff", "de": "de", "es": "es", "fr": "fr", "it": "it", "pt": "pt-br"}
SIZE = 7_776
LEAST = 7_600  # some words fall together once accents are gone; still 12.9 bits a word
DIGITS = 4  # digits in a group; 13.3 bits


@functools.cache
def word_list(language: str) -> tuple[str, ...]:
    """The language's words, about 7,776 of them, without accents; empty where no good list exists."""
    name = LISTS.get(language[:2])
    if name is None:
        return ()
    words = {fold_spoken(word).replace(" ", ""): None for word in WordList(get_wordlist_path(name))}
    return tuple(words)[:SIZE] if len(words) >= LEAST else ()


def _pieces(count: int, language: str, below: Callable[[int], int]) -> list[str]:
    words = word_list(language)
    if words:
        return [words[below(len(words))] for _ in range(count)]
    return [f"{below(10**DIGITS):0{DIGITS}d}" for _ in range(count)]


def spoken(count: int = 4, language: str = "en") -> str:
    """`count` random words with spaces between: four hold 51 bits; groups of four digits, 53."""
    return " ".join(_pieces(count, language, secrets.randbelow))


def derived(seed: bytes, count: int, language: str) -> str:
    """`count` words that follow from `seed` (32 random bytes): the same seed, the same words."""
    number = int.from_bytes(seed, "big")

    def below(limit: int) -> int:
        nonlocal number
        number, place = divmod(number, limit)
        return place

    return " ".join(_pieces(count, language, below))


def receipt(seed: bytes, language: str) -> str:
    """Five words (64.6 bits), or 20 digits in five groups where no list exists."""
    return derived(seed, 5, language)


def fingerprint(data: bytes, language: str = "en") -> str:
    """Four words for a key, to be compared by voice. `data`: a 32-byte digest of it."""
    return derived(data, 4, language)


def fold_spoken(text: str) -> str:
    """What was typed, in the one form keys are derived from: lower case, no accents, single spaces, ASCII digits."""
    kept = []
    for character in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()):
        if unicodedata.combining(character):
            continue
        if character.isdecimal():
            kept.append(str(unicodedata.decimal(character)))
        else:
            kept.append(character if character.isalpha() else " ")
    folded = re.sub(r"(?<=\d)(?=[^\W\d])|(?<=[^\W\d])(?=\d)", " ", "".join(kept)).split()
    if folded and all(piece.isdigit() for piece in folded):
        digits = "".join(folded)
        folded = [digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS)]
    return " ".join(folded)


def passphrase(language: str = "en") -> str:
    """Five random words to offer as a passphrase (64.6 bits)."""
    return spoken(5, language)
