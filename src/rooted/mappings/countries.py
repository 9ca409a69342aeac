"""Countries as lists write them: names in many languages, older ones, two and three letters."""

import functools
from pathlib import Path

from rooted.base.fold import line
from rooted.places.countries import country_names

TABLE = Path(__file__).parent / "data" / "countries.txt"


@functools.cache
def _codes() -> dict[str, str]:
    known = {code.lower(): code for code in country_names("en")}
    for language in ("ar", "en"):
        known |= {line(name): code for code, name in country_names(language).items()}
    for row in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        code, names = row.split("\t")
        known |= dict.fromkeys(names.split("|"), code)
    return known


def country_of(text: str) -> str:
    """The code of two letters for what a list calls a country; "" where nobody knows it."""
    return _codes().get(line(text), "")
