"""Words in a drawing: how wide they will be, and where they are cut. Lengths in units of the drawing's viewBox.

A server cannot see the reader's font. Widths are those of a broad bold one (Noto Sans Bold and wider), so that what is
kept apart here stays apart on the page.
"""

import unicodedata

SIZE = 16.0  # units: `.chart text` in parts.css has 1rem; the wider columns make it smaller, never larger
LEADING = 20.0  # units from line to line
NARROW = frozenset("iljI.,:;'|!·()[]/ ")
BROAD = frozenset("mwMWQ@%&—…")


def _em(sign: str) -> float:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Cf", "Mn", "Me"}:
        return 0.0
    if unicodedata.east_asian_width(sign) in {"W", "F"}:
        return 1.02
    if sign in NARROW:
        return 0.42
    if sign in BROAD:
        return 1.05
    if sign.isascii():
        return 0.6 if sign.isdecimal() else 0.78 if sign.isupper() else 0.66
    return 1.1 if sign.isupper() else 0.78


def width(text: str) -> float:
    """How wide `text` is at most, on one line."""
    return SIZE * sum(_em(sign) for sign in text)


def cut(text: str, room: float) -> str:
    """`text`, or as much of it as fits into `room` with an ellipsis at its end."""
    if width(text) <= room:
        return text
    kept = text
    while kept and width(kept + "…") > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def lines(text: str, room: float, most: int) -> list[str]:
    """`text` on at most `most` lines of `room`, broken between words; the last one is cut if need be."""
    found: list[str] = []
    words = text.split()
    while words and len(found) < most - 1:
        count = len(words)
        while count > 1 and width(" ".join(words[:count])) > room:
            count -= 1
        found.append(cut(" ".join(words[:count]), room))
        words = words[count:]
    return [*found, cut(" ".join(words), room)] if words else found
