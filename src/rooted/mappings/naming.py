"""Who a row names, and where it says its facts come from."""

import re
from collections.abc import Iterator

from rooted.mappings.reading_row import Reading
from rooted.mappings.titles import as_written
from rooted.struggles.record import Employer, Organisation, Source

NAME, ADDRESS, WORDS = 120, 1_000, 500


def read_employers(reading: Reading, account: str) -> tuple[Employer, ...]:
    """Each with its role; a name without capitals is written as the account writes it."""
    found = []
    for rule, texts in reading.by_rule("employer"):
        names = [as_written(text, account) if text.islower() else text for text in texts]
        found += [Employer(reading.cut(name, NAME, "employer"), rule.how or "employer") for name in names]
    return tuple(dict.fromkeys(found))


def read_organisations(reading: Reading) -> tuple[tuple[Organisation, ...], bool]:
    """Unions and committees, and whether one of them led it."""
    found, led = [], False
    for rule, texts in reading.by_rule("organisation"):
        found += [Organisation(reading.cut(" ".join(text.split()), NAME, "organisation")) for text in texts]
        led = led or (rule.how == "led" and bool(texts))
    return tuple(dict.fromkeys(found)), led


def read_sources(reading: Reading) -> tuple[Source, ...]:
    """Addresses as addresses, anything else as words. Only http and https are addresses."""
    if not reading.rules.by_field.get("source"):
        return ()
    texts = list(dict.fromkeys(part for text in reading.texts("source") for part in apart(text)))
    if not texts:
        reading.note("no-source")
    return tuple(source_of(texts, reading))


def source_of(texts: list[str], reading: Reading) -> Iterator[Source]:
    for text in texts:
        if re.match(r"https?://[^\s<>\"]+$", text) and len(text) <= ADDRESS:
            yield Source(text)
        else:
            reading.note("source-no-address", text)
            yield Source(text=text[:WORDS], kind="other")


def apart(text: str) -> list[str]:
    """Several addresses written into one cell, one by one; any other text stays whole."""
    parts = text.split()
    return parts if all(re.match(r"https?://", part) for part in parts) else [text]
