"""Words of lists and the codes they stand for, in several languages. What no table knows is kept under "other"."""

import functools
from pathlib import Path

from django.utils import translation
from django.utils.functional import Promise

from rooted.base.fold import line, without_article
from rooted.records import codes

TABLE = Path(__file__).parent / "data" / "words.txt"
LANGUAGES = (
    "en", "es", "fr", "de", "pl", "pt", "it", "tr", "ar", "ru", "zh", "uk", "ro", "hi", "fa", "nl", "el", "ko", "ja",
)  # fmt: skip
# The words of our own pages for the codes of each list and each choice.
WORDS: dict[str, list[tuple[str, Promise | str]]] = {
    scheme: list(listed.items()) for scheme, listed in codes.LISTS.items()
} | {
    "outcome": list(codes.OUTCOMES), "led_by": list(codes.LED_BY), "official": list(codes.OFFICIAL),
    "source_kind": list(codes.SOURCE_KINDS),
}  # fmt: skip
# Where a table may lead: to the codes of a list, or to those of one choice.
CODES = {scheme: tuple(code for code, _words in pairs) for scheme, pairs in WORDS.items()} | {"language": LANGUAGES}


OURS = ("en", "ar", "de", "es", "fr", "pl")  # what our own pages say, so that what left here can come back


@functools.cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = {scheme: {} for scheme in CODES}
    for language in OURS:
        with translation.override(language):
            for scheme, pairs in WORDS.items():
                for code, words in pairs:
                    tables[scheme].setdefault(line(str(words)), code)
    for scheme, listed in CODES.items():
        tables[scheme] |= {line(code): code for code in listed}
    for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        scheme, code, words = row.split("\t")
        tables[scheme] |= dict.fromkeys(words.split("|"), code)
    return tables


def code_of(scheme: str, text: str, own: dict[str, str]) -> str:
    """The code for a word, by the mapping's `own` table first; "" where none knows it."""
    folded, known = line(text), _tables()[scheme]
    if code := own.get(folded) or known.get(folded):
        return code
    bare = " ".join(without_article(word) for word in folded.split()).removesuffix("s")  # "الأجور", "strikes"
    return known.get(bare, "")
