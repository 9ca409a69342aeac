"""Codes of a row: words of a list looked up; what no table knows is kept under "other" as it is written."""

import re
from collections.abc import Iterator

from rooted.mappings.branches import branch_of
from rooted.mappings.fields import scheme_of
from rooted.mappings.reading_row import Reading
from rooted.mappings.words import code_of
from rooted.records.codes import LISTS, OTHER, TAG
from rooted.records.record import Code

LITERAL = 80
LONGEST = 200  # characters of several words in one cell
AND = re.compile(r"\s*[,&]\s*|\s+(?:and|y|e|et|und|i|oraz|ve|и|و)\s+", re.IGNORECASE)


def read_codes(reading: Reading, scheme: str) -> Iterator[Code]:
    """The codes of one list; what is the same for every row where this one says nothing."""
    found = False
    own = reading.rules.own.get(scheme, {})
    for rule, texts in reading.by_rule(scheme):
        for text in texts:
            found = True
            code = "" if scheme == TAG else found_code(scheme, text, rule.how, own)
            if code in LISTS.get(scheme, ()):
                yield Code(scheme, code)
                continue
            for part in parts_of(scheme, text, rule.how, own):
                yield code_for(scheme, part, rule.how, own, reading)
    if not found and (fixed := reading.rules.fixed.get(scheme)):
        yield Code(scheme, fixed)


def parts_of(scheme: str, text: str, how: str, own: dict[str, str]) -> list[str]:
    """The words between commas and "and", where each of them is known and the whole is not; else the text as it is."""
    if scheme == TAG or len(text) > LONGEST or is_known(scheme, text, how, own):
        return [text]
    parts = [part for part in AND.split(text.strip()) if part]
    return parts if parts and all(is_known(scheme, part, how, own) for part in parts) else [text]


def found_code(scheme: str, text: str, how: str, own: dict[str, str]) -> str:
    """The code for a word or a figure; "" where nothing knows it."""
    return (branch_of(text, how) if scheme == "branch" else "") or code_of(scheme, text, own)


def is_known(scheme: str, text: str, how: str, own: dict[str, str]) -> bool:
    return bool(found_code(scheme, text, how, own))


def code_for(scheme: str, text: str, how: str, own: dict[str, str], reading: Reading) -> Code:
    if scheme == TAG:
        return Code(TAG, TAG, text.replace("_", " ")[:LITERAL])
    code = found_code(scheme, text, how, own)
    if code in LISTS[scheme]:
        return Code(scheme, code)
    reading.note("other-code", text)
    return Code(scheme, OTHER, text[:LITERAL]) if OTHER in LISTS[scheme] else Code(TAG, TAG, text[:LITERAL])


def read_choice(reading: Reading, field: str) -> str:
    """The one code of a field such as the outcome; "" where the row says nothing or nothing we know."""
    scheme = scheme_of(field)
    text = reading.text(field)
    if text:
        if code := code_of(scheme, text, reading.rules.own.get(scheme, {})):
            return code
        reading.note("choice-not-known", text)
    return reading.rules.fixed.get(field, "")
