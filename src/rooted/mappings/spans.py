"""From when to when a row says it went on."""

from datetime import date
from typing import Any

from rooted.mappings.cells import kept, says_nothing, several
from rooted.mappings.dates import Dated, is_part, read_serial
from rooted.mappings.periods import Span, read_dates
from rooted.mappings.reading_row import LeftOut, Reading


def read_span(reading: Reading) -> tuple[Dated, Dated | None]:
    """From when to when. A row without a first day is left out; an end that is no date is kept as not known."""
    text, found = dates_of(reading, "started")
    if not text:
        raise LeftOut("date-empty")
    if found is None:
        raise LeftOut("no-date", text[:80])
    started, until = found
    if reading.mapping.first_is_unclear and started[1] == "day" and started[0].day == 1:
        reading.note("first-of-month", started[0].isoformat())
        started = started[0], "unclear"
    ended = read_end(reading, "ended", started) or until
    if ended is None and reading.column_of("ended") and not reading.text("ended"):
        reading.note("end-empty")
    if ended and started[1] == ended[1] and ended[0] < started[0]:
        reading.note("ends-before-start", f"{started[0].isoformat()}, {ended[0].isoformat()}")
    return started, ended


def dates_of(reading: Reading, field: str) -> tuple[str, Span | None]:
    """The text of a cell, and the date that it says, with its end where it says one."""
    for rule, value in reading.raw(field):
        if says_nothing(text := in_one(value)):
            continue
        serial = read_serial(text) if rule.how == "serial" or text.isdigit() else None
        found = None if serial and rule.how == "serial" else read_dates(text, reading.mapping.order)
        if found is None and serial:
            found = serial, None
            if rule.how != "serial":
                reading.note("date-serial", f"{text} = {serial[0].isoformat()}")
        elif found and found[0][1] != "day" and is_part(text):
            reading.note("date-part", text[:80])
        return text, found
    return "", None


def in_one(value: Any) -> str:
    """The text of a cell; of a list of days, from the first to the last."""
    texts = several(value) if isinstance(value, list) else [kept(value)]
    return " – ".join(dict.fromkeys([texts[0], texts[-1]])) if texts else ""


def read_end(reading: Reading, field: str, started: Dated) -> Dated | None:
    text, found = dates_of(reading, field)
    if not text:
        return None
    if found is None:
        reading.note("end-wrong", text[:80])
        return None
    day, precision = found[1] or found[0]
    if precision in ("month", "year") and same(day, started[0], precision):
        day = max(day, started[0])  # "March" is not before the 10th of March
    return day, precision


def same(one: date, other: date, precision: str) -> bool:
    return one.year == other.year and (precision == "year" or one.month == other.month)
