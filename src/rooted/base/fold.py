"""Text folded to the one form that is searched, and cut into words; the same on every database.

Spelling variants of one word fall together: "Łódź" and "lodz", "STRASSE" and "Straße", "أُجور" and "اجور",
"मज़दूर" and "मजदूर". Nothing here knows a language: only scripts.
"""

import re
import unicodedata

LONGEST_WORD = 64  # characters; longer ones are cut, in what is kept and in what is asked

# Letters that Unicode does not take apart, and the letters people type instead.
_LATIN = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŧ": "t"}
# Arabic, Persian and Urdu keyboards write one letter in several ways.
_ARABIC = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ے": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ۃ": "ه"}
_INDIC = {"ँ": "ं", "ঁ": "ং"}
_APOSTROPHES = dict.fromkeys("’‘ʼʹ", "'")
_SWAPPED = str.maketrans(_LATIN | _ARABIC | _INDIC | _APOSTROPHES)

_DROPPED = re.compile(
    "["
    "\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"  # Latin, Greek, Cyrillic marks
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"  # Hebrew points
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # harakat, hamza above, tatweel
    "\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc"  # nukta
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"  # invisible
    "]"
)
# "कम्पनी" and "कंपनी": a nasal joined to the next consonant may be written as a dot.
_NASAL = re.compile("[ङञणनम]\u094d(?=[क-ह])")
_DIGIT = re.compile(r"(?![0-9])\d")

# "l'usine", "Amazon's": the single letter beside an apostrophe is no word of its own. Cyrillic writes on: "п'ять".
_SINGLE = re.compile(r"\b(?:[a-z]|qu)'(?=[a-z])|(?<=[a-z])'[a-z]\b")
_JOINED = re.compile("(?<=[\u0400-\u04ff])'(?=[\u0400-\u04ff])")
# Scripts written without spaces: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]+")
_ARTICLE = re.compile("^(?:[وبفك]?ال|لل)(?=.{3})")


class _Cut(dict[int, int]):
    """For `str.translate`: letters, numbers and their marks stay, everything else becomes a space.

    Python's \\w would split words at the vowel signs of Indic scripts, which are marks.
    """

    def __missing__(self, code: int) -> int:
        kind = unicodedata.category(chr(code))
        self[code] = code if kind[0] in "LN" or kind in {"Mn", "Mc"} else 0x20
        return self[code]


_CUT = _Cut()


def fold(text: str) -> str:
    """`text` without what spelling varies in: case, accents, Arabic vowel marks, nukta; fold(fold(x)) is fold(x)."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text)
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_SWAPPED)
    text = _NASAL.sub("\u0902", _DROPPED.sub("", text))
    text = _DIGIT.sub(lambda digit: str(unicodedata.decimal(digit[0])), text)
    return unicodedata.normalize("NFC", text)


def line(text: str) -> str:
    """The folded words of `text` with one space between: how names are compared."""
    text = fold(text)
    if "'" in text:
        text = _SINGLE.sub(" ", _JOINED.sub("", text))
    return " ".join(text.translate(_CUT).split())


def tokens(text: str) -> list[str]:
    """The words of `text`, folded, in order; Thai, Japanese, Chinese and the like in overlapping pairs."""
    text = line(text)
    if not text.isascii():
        text = _UNSPACED.sub(_pairs, text)
    return [word[:LONGEST_WORD] for word in text.split()]


def _pairs(run: re.Match[str]) -> str:
    pairs = [run[0][at : at + 2] for at in range(len(run[0]) - 1)]
    return f" {' '.join(pairs or [run[0]])} "


def without_article(word: str) -> str:
    """A folded Arabic word without "the" (and a joined and, with, so, like, to) where three letters are left."""
    return _ARTICLE.sub("", word) if "ل" in word else word


def kept_words(text: str) -> list[str]:
    """Every word under which `text` can be found, each once: Arabic ones with and without the article."""
    words = tokens(text)
    return list(dict.fromkeys(words + [without_article(word) for word in words if "ل" in word]))


def asked_words(text: str) -> list[str]:
    """The words of a query, each once; Arabic ones without the article, so that both spellings are found."""
    return list(dict.fromkeys(without_article(word) for word in tokens(text)))
