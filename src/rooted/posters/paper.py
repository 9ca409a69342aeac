"""What base/printing.py is told for one poster: plain values, nothing of a member."""

import io
import unicodedata
from typing import Any

import segno

from rooted.groups.models import Group
from rooted.posters.texts import INVITE, PICTURE, QUESTIONS, TITLE, in_language, way_of

TEMPLATE = "posters/poster.typ"


def letter_path(group: Group) -> str:
    """The page to write to the group, which a part above this one puts under the group's own page."""
    return f"{group.get_absolute_url()}letter/"


def paper(
    group: Group, *, server: str, kind: str, size: str, languages: list[str], question: str, own: list[str]
) -> dict[str, Any]:
    """The values of the template. `server`: "https://rooted.example.org"; `own`: the group's lines, one a language."""
    first = languages[0]
    link = server + letter_path(group)
    address = (server.partition("//")[2] + group.get_absolute_url()).rstrip("/")
    return {
        "title": in_language(TITLE, first) or TITLE,
        "kind": kind,
        "size": size,
        "lang": first,
        "dir": way_of(first),
        "blocks": [*_blocks(languages, question, own)],
        "name": group.name,
        "name_dir": direction(group.name),
        "phone": group.phone,
        "hour": group.hour_text,
        "hour_dir": direction(group.hour_text),
        "address": address,
        "code": picture(link),
        "code_alt": (in_language(PICTURE, first) or PICTURE) % {"address": address},
    }


def _blocks(languages: list[str], question: str, own: list[str]) -> list[dict[str, str]]:
    """One a language: the question, and what to do."""
    blocks = []
    for place, code in enumerate(languages):
        prepared = "" if own else in_language(QUESTIONS[question], code)
        asked = own[place] if place < len(own) else prepared
        way = way_of(code)
        block = {"question": asked, "lang": code, "dir": direction(asked, way), "invite": in_language(INVITE, code)}
        blocks.append(block | {"invite_lang": code, "invite_dir": way})
    return blocks


def direction(text: str, otherwise: str = "ltr") -> str:
    """Which way `text` reads: by its first letter that says so (as dir=auto does in a page)."""
    for letter in text:
        way = unicodedata.bidirectional(letter)
        if way in {"L", "R", "AL"}:
            return "ltr" if way == "L" else "rtl"
    return otherwise


def picture(link: str) -> str:
    """A QR code as SVG; a quarter of it may be dirty."""
    drawn = io.BytesIO()
    segno.make(link, error="q", micro=False).save(
        drawn, kind="svg", border=0, dark="#1a1916", light=None, xmldecl=False
    )
    return drawn.getvalue().decode()
