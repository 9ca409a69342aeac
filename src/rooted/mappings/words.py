"""Words of lists and the codes they stand for, in several languages. What no table knows is kept under "other"."""

import functools
from pathlib import Path

from rooted.base.fold import line
from rooted.records import codes

TABLE = Path(__file__).parent / "data" / "words.txt"
LANGUAGES = (
    "en", "es", "fr", "de", "pl", "pt", "it", "tr", "ar", "ru", "zh", "uk", "ro", "hi", "fa", "nl", "el", "ko", "ja",
)  # fmt: skip
# Where a table may lead: to the codes of a list, or to those of one choice.
CODES: dict[str, tuple[str, ...]] = {scheme: tuple(listed) for scheme, listed in codes.LISTS.items()} | {
    "outcome": tuple(code for code, _words in codes.OUTCOMES),
    "led_by": tuple(code for code, _words in codes.LED_BY),
    "language": LANGUAGES,
    "official": tuple(code for code, _words in codes.OFFICIAL),
    "source_kind": tuple(code for code, _words in codes.SOURCE_KINDS),
}


@functools.cache
def _tables() -> dict[str, dict[str, str]]:
    tables = {scheme: {line(code): code for code in listed} for scheme, listed in CODES.items()}
    for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        scheme, code, words = row.split("\t")
        tables[scheme] |= dict.fromkeys(words.split("|"), code)
    return tables


def code_of(scheme: str, text: str, own: dict[str, str]) -> str:
    """The code for a word, by the mapping's `own` table first; "" where none knows it."""
    folded = line(text)
    return own.get(folded) or _tables()[scheme].get(folded, "")
