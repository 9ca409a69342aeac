"""The list of records behind a figure: the same selection with one more filter; None where there is no such filter.

What is returned holds exactly the records that were counted, so a filter that is set already is never set anew.
"""

from uuid import UUID

from django.urls import reverse

from rooted.comparisons.traits import NOT_KNOWN, SEPARATOR
from rooted.struggles import codes
from rooted.struggles.finding import CODED, Selection
from rooted.struggles.forms import NONE

YEARS = {"year": 1, "decade": 10}  # how many years one code stands for
DIRECT = {"led_by", "outcome", "size", "lasted", "country", "month", "official", "threat", *CODED}
WORD_FOR_NOT_KNOWN = dict.fromkeys(("country", *CODED), NONE) | dict.fromkeys(
    ("led_by", "outcome", "size", "lasted", "month", "official"), codes.UNKNOWN
)


def narrowed(selection: Selection | None, key: str, code: str) -> Selection | None:
    """`selection` with only those whose trait `key` has this code ("": not known)."""
    if selection is None:
        return None
    if key in YEARS and code:
        return spanned(selection, int(code), int(code) + YEARS[key] - 1)
    if code == NOT_KNOWN:
        code = WORD_FOR_NOT_KNOWN.get(key, "")
    changes = _changes(selection, key, code) if code else None
    if changes is None or any(getattr(selection, name) not in ("", None, value) for name, value in changes.items()):
        return None
    return selection.but(**changes)


def _changes(selection: Selection, key: str, code: str) -> dict[str, object] | None:
    if key in DIRECT:
        return {key: code}
    if key == "employer":
        return {"employer": code}
    if key in ("strong", "weak"):
        return {"point": UUID(code)}
    if key == "region":
        country, _stop, region = code.partition(SEPARATOR)
        return {"country": country, "region": region} if country else None
    return None


def spanned(selection: Selection, first: int, last: int) -> Selection:
    """`selection` with only those that began in the years `first` to `last`."""
    since, until = selection.since or 1, selection.until or 9999
    return selection.but(since=max(since, first, 1), until=min(until, last))


def open_at(selection: Selection | None) -> str:
    """The address of the list of a selection; "" for None."""
    return f"{reverse('struggles:struggle-list')}?{selection.query()}" if selection else ""
