"""Words in Latin letters on a page that speaks Arabic: each is a name, or a text that nobody translated."""

import re
from html.parser import HTMLParser

from django.conf.locale import LANG_INFO

from rooted.locale.strangers_path import LANGUAGE_NAMES

WORD = re.compile(r"[A-Za-z]{2,}")
ISOLATED = re.compile("[\u2066\u2068][^\u2069]*\u2069")  # a name, an address or a word of somebody's
READ_ALOUD = ("aria-label", "alt", "title", "placeholder")
UNREAD = {"code", "script", "style", "bdi", "textarea", "option"}  # options: zones of time, by their city
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Names that are written like this everywhere.
NAMES = {"Rooted", "Python", "GNU", "AGPL", "Tor", "onion", "CC", "BY", "GeoNames", "Unicode", "CLDR"}
NAMES |= {"Collective", "Action", "in", "Tech"}
LANGUAGES = [info.get("name_local", "") for info in LANG_INFO.values()] + list(LANGUAGE_NAMES.values())
NAMES |= {word for name in LANGUAGES for word in WORD.findall(name)}


class Heard(HTMLParser):
    """What a page says in its own voice: not people's words (dir=auto, bdi), codes (dir=ltr), or other languages."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(text)

    @property
    def _quiet(self) -> bool:
        return any(quiet for _tag, quiet in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        quiet = tag in UNREAD or values.get("dir") in {"auto", "ltr"} or values.get("lang", "ar") != "ar"
        if not (quiet or self._quiet):
            self.said += [values[name] for name in READ_ALOUD if name in values]
        if tag not in VOID:
            self._open.append((tag, quiet))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not self._quiet:
            self.said.append(data)


def untranslated(page: str, names: set[str]) -> list[str]:
    """The words in Latin letters that are neither names nor somebody's own words, with what stands around them."""
    found = []
    for text in Heard(page).said:
        own = " ".join(ISOLATED.sub(" ", text).split())
        if set(WORD.findall(own)) - NAMES - names:
            found.append(own[:120])
    return found
