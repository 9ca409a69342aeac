"""Who a row names."""

from rooted.mappings.coding import read_choice
from rooted.mappings.reading_row import Reading
from rooted.mappings.titles import as_written
from rooted.records import codes
from rooted.records.record import Employer, Organisation

NAME = 120


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
    official = read_choice(reading, "official") or codes.UNKNOWN
    for rule, texts in reading.by_rule("organisation"):
        found += [Organisation(reading.cut(" ".join(text.split()), NAME, "organisation"), official) for text in texts]
        led = led or (rule.how == "led" and bool(texts))
    return tuple(dict.fromkeys(found)), led
