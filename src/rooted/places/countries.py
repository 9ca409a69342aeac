"""Names of countries, from Unicode CLDR, in the languages of the product."""

import functools
import json
from pathlib import Path

from django.utils.translation import get_language

DATA = Path(__file__).parent / "data"


@functools.cache
def _names() -> dict[str, dict[str, str]]:
    return json.loads((DATA / "countries.json").read_text(encoding="utf-8"))


def country_names(language: str | None = None) -> dict[str, str]:
    """ISO 3166 code of two letters -> name, in `language` or the reader's; English where we lack the language."""
    names = _names()
    return names.get((language or get_language() or "en")[:2], names["en"])


def country_name(code: str, language: str | None = None) -> str:
    """The country's name in `language` or the reader's; the code itself if nobody knows it."""
    return country_names(language).get(code, code)
