"""Where a row says its facts come from: addresses and words, of what kind, from which day, where a copy is kept."""

import re
from collections.abc import Iterator

from rooted.base.fold import line
from rooted.mappings.cells import kept, says_nothing, whole
from rooted.mappings.dates import Dated, read_date, read_serial
from rooted.mappings.reading_row import Reading
from rooted.mappings.words import code_of
from rooted.records.codes import OTHER
from rooted.records.record import Source

ADDRESS, WORDS = 1_000, 500
EXACT = ("day", "month", "year")  # how exact the day of a source may be
PRINTED = 1800  # a lone number before it, at the end of words, is the number of a box or page
IS_ADDRESS = re.compile(r"https?://[^\s<>\"]+")  # only http and https are addresses


def read_sources(reading: Reading) -> tuple[Source, ...]:
    """Addresses as addresses, anything else as words; kind, day and copy from columns beside them."""
    if not reading.rules.by_field.get("source"):
        return ()
    found = {part: rule.how for rule, texts in reading.by_rule("source") for text in texts for part in apart(text)}
    if not found:
        reading.note("no-source")
    kinds, days, copies = (beside(reading, name, len(found)) for name in ("kind", "date", "archive"))
    return tuple(
        source_of(text, kind_by_word(kind, reading) or how, day_of(day, reading), copy_of(copy, reading), reading)
        for (text, how), kind, day, copy in zip(found.items(), kinds, days, copies, strict=True)
    )


def source_of(text: str, kind: str, day: Dated | None, copy: str, reading: Reading) -> Source:
    if not is_address(text):
        day = day or last_day_in(text, reading)
    on, precision = day or (None, "day")
    if is_address(text):
        return Source(text, kind=kind or "web", published_on=on, archive_url=copy, published_precision=precision)
    kind = kind or kind_in(text)
    if kind in (OTHER, "web") and not day:
        reading.note("source-no-address", text)
    return Source(text=text[:WORDS], kind=kind, published_on=on, archive_url=copy, published_precision=precision)


def apart(text: str) -> list[str]:
    """Several addresses written into one cell, one by one; any other text stays whole."""
    parts = text.split()
    return parts if all(re.match(r"https?://", part) for part in parts) else [text]


def is_address(text: str) -> bool:
    return len(text) <= ADDRESS and IS_ADDRESS.fullmatch(text) is not None


def beside(reading: Reading, name: str, count: int) -> list[str]:
    """What another column says of each of `count` sources: as many values as sources, or one for all of them."""
    field = f"source_{name}"
    said = [kept(one) for rule, value in reading.raw(field) for one in whole(value, rule.split)]
    said = ["" if says_nothing(text) else text for text in said]
    if len(said) == count:
        return said
    if len(said) == 1:
        return said * count
    if any(said):
        reading.note("sources-differ", f"{reading.column_of(field)}: {len(said)}, {count}")
    return [""] * count


def kind_by_word(word: str, reading: Reading) -> str:
    """The kind that a column names."""
    if not word:
        return ""
    code = code_of("source_kind", word, reading.rules.own.get("source_kind", {}))
    if not code:
        reading.note("choice-not-known", word)
    return code


def kind_in(text: str) -> str:
    """What words without an address are: "Leeds Gazette" is print, "minutes" a document; else it is not known."""
    if text.startswith("www."):
        return "web"
    known = (code_of("source_kind", word, {}) for word in line(text).split())
    return next((code for code in known if code), OTHER)


def day_of(text: str, reading: Reading) -> Dated | None:
    if not text:
        return None
    rules = reading.rules.by_field["source_date"]
    found = read_serial(text) if rules[0].how == "serial" else None
    found = found or read_date(text, reading.mapping.order)
    if found and found[1] in EXACT:
        return found
    reading.note("source-day-wrong", text)
    return None


def last_day_in(text: str, reading: Reading) -> Dated | None:
    """The day, month or year at the end of words such as "Leeds Gazette, 12 March 1926"."""
    tails = (",".join(text.rsplit(",", commas)[1:]) for commas in (3, 2, 1))  # "Monday, 12 March, 1926"
    days: Iterator[Dated | None] = (read_date(tail, reading.mapping.order) for tail in tails)
    dated = (found for found in days if found and found[1] in EXACT)
    return next((found for found in dated if found[1] != "year" or found[0].year >= PRINTED), None)


def copy_of(text: str, reading: Reading) -> str:
    if not text or is_address(text):
        return text
    reading.note("copy-wrong", text)
    return ""
