"""A mapping as plain values and as JSON: what each column fills, and how; so that it can be kept, shared and sent.

{"format": "rooted-mapping/1", "code": "fmcs", "name": "…", "rules": [{"column": "…", "field": "started"}], …}
"""

import re
from collections.abc import Container, Iterator
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any

from rooted.base.fold import line
from rooted.mappings.fields import FIELDS, FIXED, ORDERS, SPLITS, scheme_of
from rooted.mappings.words import CODES
from rooted.places.countries import country_names
from rooted.tables.commas import DELIMITERS
from rooted.tables.letters import CHOICES
from rooted.tables.table import LONGEST_NAME, MOST_COLUMNS, UNKEEPABLE

FORMAT = "rooted-mapping/1"
OWN = "own-"  # how codes of lists begin that somebody here said how to read
LONGEST_JSON = 200_000  # characters
MOST_WORDS = 1_000
LENGTHS = {"code": 40, "name": 120, "licence": 200, "cite": 200, "column": LONGEST_NAME, "written": 80}
CODE = re.compile(r"[a-z0-9-]{1,40}")


class Unreadable(ValueError):
    """What is no mapping: `path` says where ("rules/3/field")."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


@dataclass(frozen=True)
class Rule:
    """One column fills one field; `how` is one of the field's, `split` one of fields.SPLITS."""

    column: str
    field: str
    how: str = ""
    split: str = ""


@dataclass(frozen=True)
class Word:
    """What a word of the list stands for: a code of that list or choice. `scheme` is one of words.CODES."""

    scheme: str
    written: str
    code: str


@dataclass(frozen=True)
class Mapping:
    """How one list is read. `code` names the list: the same row under the same code is never brought in twice."""

    code: str
    name: str
    licence: str = ""
    cite: str = ""
    rules: tuple[Rule, ...] = ()
    fixed: tuple[tuple[str, str], ...] = ()  # field and value, for every row
    words: tuple[Word, ...] = ()
    order: str = "dmy"
    first_is_unclear: bool = False  # the first of a month may stand for the month or the year alone
    zero_is_unknown: bool = True
    encoding: str = ""  # "" finds it out
    delimiter: str = ""

    def column_of(self, field: str) -> str:
        return next((rule.column for rule in self.rules if rule.field == field), "")

    def own_words(self, scheme: str) -> dict[str, str]:
        return {line(word.written): word.code for word in self.words if word.scheme == scheme}


def to_plain(mapping: Mapping) -> dict[str, Any]:
    """As values that JSON can hold; what is at its default is left out."""
    plain = {one.name: getattr(mapping, one.name) for one in fields(mapping)}
    kept = {one.name: plain[one.name] for one in fields(mapping) if plain[one.name] != one.default}
    for name in ("rules", "words"):
        if name in kept:
            kept[name] = [{key: value for key, value in asdict(one).items() if value} for one in kept[name]]
    if "fixed" in kept:
        kept["fixed"] = dict(kept["fixed"])
    return {"format": FORMAT, **kept}


def from_plain(value: Any) -> Mapping:
    """The mapping that `value` says; raises Unreadable with the path of what is wrong."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise Unreadable("format")
    given = {name: item for name, item in value.items() if name != "format"}
    for name, shape, most in (("rules", Rule, MOST_COLUMNS), ("words", Word, MOST_WORDS)):
        listed = given.get(name, [])
        if not isinstance(listed, list) or len(listed) > most:
            raise Unreadable(name)
        given[name] = tuple(_made(shape, item, f"{name}/{at}/") for at, item in enumerate(listed))
    fixed = given.get("fixed", {})
    if not isinstance(fixed, dict):
        raise Unreadable("fixed")
    given["fixed"] = tuple(fixed.items())
    mapping = _made(Mapping, given, "")
    if wrong := next(contradictions(mapping), ""):
        raise Unreadable(wrong)
    return mapping


def _made(shape: Any, value: Any, path: str) -> Any:
    """One dataclass from a dict of values of its own types, none unknown, none missing, none too long."""
    if not isinstance(value, dict):
        raise Unreadable(path)
    known = {one.name: one for one in fields(shape)}
    if unknown := set(value) - set(known):
        raise Unreadable(path + str(min(unknown, key=str)))
    for name, one in known.items():
        kind = bool if isinstance(one.default, bool) else tuple if isinstance(one.default, tuple) else str
        item = value.get(name, one.default)
        if item is MISSING or type(item) is not kind or (kind is str and not _fits(name, item)):
            raise Unreadable(path + name)
    return shape(**value)


def _fits(name: str, text: Any) -> bool:
    return len(text) <= LENGTHS.get(name, 40) and not UNKEEPABLE.search(text)


def contradictions(mapping: Mapping) -> Iterator[str]:
    """The paths of what cannot be: unknown fields, codes, ways."""
    chosen = {
        "code": CODE.fullmatch(mapping.code) is not None,
        "name": bool(mapping.name.strip()),
        "order": mapping.order in dict(ORDERS),
        "encoding": mapping.encoding in {"", *CHOICES},
        "delimiter": mapping.delimiter in {"", *DELIMITERS},
    }
    yield from (name for name, fits in chosen.items() if not fits)
    for at, rule in enumerate(mapping.rules):
        if wrong := _wrong_rule(rule):
            yield f"rules/{at}/{wrong}"
    yield from (f"fixed/{field}" for field, code in mapping.fixed if field not in FIXED or code not in allowed(field))
    for at, word in enumerate(mapping.words):
        if word.code not in CODES.get(word.scheme, ()):
            yield f"words/{at}"


def _wrong_rule(rule: Rule) -> str:
    if rule.field not in FIELDS:
        return "field"
    if rule.how not in {"", *(how for how, _words in FIELDS[rule.field].hows)}:
        return "how"
    return "" if rule.split in dict(SPLITS) else "split"


def allowed(field: str) -> Container[str]:
    """The values that can be the same for every row."""
    return country_names("en") if field == "country" else CODES[scheme_of(field)]
