"""How the cells of a column are read, found from what stands in them: their way, and what parts several values."""

import re
from typing import Any

from rooted.base.fold import line
from rooted.mappings.cells import kept, read_list, says_nothing, several, whole
from rooted.mappings.coding import scheme_of
from rooted.mappings.dates import read_serial
from rooted.mappings.fields import FIELDS
from rooted.mappings.lessons import seed_of
from rooted.mappings.shape import Rule
from rooted.mappings.states import STATES
from rooted.mappings.words import CODES, code_of
from rooted.tables.looking import Look

ENOUGH = 0.5  # of the cells must look like what the field holds
LOOKED_AT = 40  # rows
# How a column ends that holds the least or the most of a number.
BOUNDS = dict.fromkeys(["min", "minimum", "low", "least", "minimo", "mindestens"], "least") | dict.fromkeys(
    ["max", "maximum", "high", "most", "maximo", "hochstens"], "most"
)
SHORT = 40  # characters of a word of the vocabulary


def cells(look: Look, column: str) -> list[str]:
    """What stands in a column of the rows kept, as texts, lists one by one; empty cells left out."""
    texts = (kept(one) for values in look.samples[:LOOKED_AT] for one in whole(values.get(column), ""))
    return [text for text in texts if not says_nothing(text)]


def share(texts: list[str], fits: Any) -> float:
    return sum(bool(fits(text)) for text in texts) / len(texts)


def rule_for(column: str, field: str, look: Look) -> Rule:
    """The rule for a column that fills a field, its way and its separator found from the cells."""
    return Rule(column, field, guess_how(column, field, look), guess_split(column, field, look))


def guess_how(column: str, field: str, look: Look) -> str:
    """The way the cells of a column are read as this field; "" for its plain one."""
    name, texts = line(column.replace("_", " ").replace(".", " ")), cells(look, column)
    found = {
        "place": lambda: guess_place(texts),
        "branch": lambda: "naics" if "naics" in name else "",
        "employer": lambda: "landlord" if name == "landlord" else "",
        "point": lambda: "lon-lat" if name.endswith("coordinates") and "geometry" in name else "",
        "source": lambda: code_of("source_kind", column, {}).replace("web", ""),
        "count": lambda: next((bound for word in name.split()[-1:] if (bound := BOUNDS.get(word))), ""),
        "date": lambda: "serial" if texts and share(texts, read_serial) >= ENOUGH else "",
        "lesson": lambda: "words" if texts and share(texts, lambda text: are_words(field, text)) >= ENOUGH else "",
    }
    return found.get(field, found.get(FIELDS[field].kind, str))()


def are_words(field: str, text: str) -> bool:
    """Whether a cell holds words of the vocabulary, or short ones that could be, and no sentence."""
    parts = re.split(r"[;|\n]", text)
    known = any(seed_of(field.removeprefix("point-"), part.partition(":")[0]) for part in parts)
    return known or all(len(part) <= SHORT and not part.rstrip().endswith(".") for part in parts)


def guess_place(texts: list[str]) -> str:
    if not texts:
        return "commas"
    if share(texts, lambda text: text.rpartition(",")[2].strip().upper() in STATES) >= ENOUGH:
        return "us"
    plain = [text for one in texts for text in (read_list(one) or [one])]
    hyphened = share(plain, lambda text: "-" in str(text) and "," not in str(text) and str(text).islower())
    return "hyphens" if hyphened >= ENOUGH else "commas"


def guess_split(column: str, field: str, look: Look) -> str:
    """How several values are parted inside the cells of a column, if they are."""
    texts = cells(look, column)
    lists = any(isinstance(values.get(column), list) for values in look.samples)
    if not FIELDS[field].several or field == "account" or lists:
        return ""
    if texts and share(texts, read_list) >= ENOUGH:
        return "list"
    sign = next((sign for sign in signs_for(column, field, look) if any(sign in text for text in texts)), "")
    if sign:
        return "lines" if sign == "\n" else sign.strip()
    by_comma = FIELDS[field].kind == "codes" and field != "tag" and words_by_comma(texts, field)
    return "," if by_comma or (field == "tag" and any("," in text for text in texts)) else ""


def signs_for(column: str, field: str, look: Look) -> tuple[str, ...]:
    """The signs that may part several values of a field; sentences are parted by lines alone."""
    if field in ("point", "site"):
        return ()
    sentences = FIELDS[field].kind == "lesson" and not guess_how(column, field, look)
    return ("\n",) if sentences else (";", "|", "\n", " / ")


def words_by_comma(texts: list[str], field: str) -> bool:
    """Whether commas part words: where the parts are known and the whole is not."""
    scheme = scheme_of(field)
    for text in texts:
        parts = several(text, ",")
        unknown = scheme in CODES and len(parts) > 1 and not code_of(scheme, text, {})
        if unknown and all(code_of(scheme, part, {}) for part in parts):
            return True
    return False
