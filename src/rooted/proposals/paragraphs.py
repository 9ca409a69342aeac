"""A text in paragraphs, as it is spoken about and changed: pure."""

import re

LONGEST_TEXT = 12_000
MOST_PARAGRAPHS = 60
GAP = re.compile(r"(?<!\w)…|…\.")  # as beginnings leave it; not "and so on…"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of `text`, in order; an empty line stands between two."""
    return [piece.strip("\n") for piece in re.split(r"\n[^\S\n]*\n", text) if piece.strip()]


def without_gaps(text: str) -> str:
    """The same without the empty lines between paragraphs, as two texts are compared for reading."""
    return "\n".join(paragraphs(text))


def with_paragraph(text: str, before: str, after: str) -> str:
    """`text` with its paragraph `before` in the words `after`, of one paragraph or several; "" takes it out.

    Returns "" if none is left or found.
    """
    found = paragraphs(text)
    if before not in found:
        return ""
    place = found.index(before)
    return "\n\n".join([*found[:place], *([after] if after.strip() else []), *found[place + 1 :]])


def too_much(text: str) -> bool:
    """Whether `text` is longer, or has more paragraphs, than a proposal can have."""
    return len(text) > LONGEST_TEXT or len(paragraphs(text)) > MOST_PARAGRAPHS


def first_gap(text: str) -> int:
    """The number of the first paragraph, from 1, in which a gap of a beginning is still open; 0 if there is none."""
    return next((number for number, one in enumerate(paragraphs(text), 1) if GAP.search(one)), 0)
