"""What a record is part of: all struggles of its firms, countries, branches and means."""

from rooted.places.countries import country_name
from rooted.records import codes
from rooted.records.record import Record
from rooted.struggles.finding import Selection

OF_EACH = 3  # firms and countries whose other records are one press away


def wider(record: Record) -> list[tuple[str, str]]:
    """Firms, countries, branches and forms, each in words, with the query of all records that have it."""
    coded = [one for one in record.codings if one.scheme in ("branch", "form") and one.code != codes.OTHER]
    found = [(one.name, Selection(employer=one.name)) for one in record.employers[:OF_EACH]]
    found += [(country_name(code), Selection(country=code)) for code in record.countries.split()[:OF_EACH]]
    found += [
        (codes.label(one.scheme, one.code), Selection().but(**{one.scheme: one.code})) for one in coded[: 2 * OF_EACH]
    ]
    return [(words, selection.but(short=True).query()) for words, selection in dict.fromkeys(found)]
