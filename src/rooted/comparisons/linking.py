"""The list of records behind a figure: the same selection with one more filter.

What is returned holds exactly the records that were counted. A filter that is set already is never set anew: where a
record can have several codes, the list is asked for those that have the other one also. None: there is no such list,
and no such record either.
"""

from collections.abc import Iterable
from uuid import UUID

from django.urls import reverse

from rooted.comparisons.traits import NOT_KNOWN, SEPARATOR
from rooted.records import codes
from rooted.struggles import bands
from rooted.struggles.finding import Selection
from rooted.struggles.forms import CODED, NONE, NOT_WRITTEN_DOWN, SEVERAL

YEARS = {"year": 1, "decade": 10}  # how many years one code stands for
WORDED = ("strong", "weak")
WORD_FOR_NOT_KNOWN = dict.fromkeys(("country", *CODED), NONE) | dict.fromkeys(
    ("led_by", "outcome", "size", "lasted", "days", "month", "official"), codes.UNKNOWN
)


def narrowed(selection: Selection | None, key: str, code: str) -> Selection | None:
    """`selection` with only those whose trait `key` has this code ("": not known)."""
    if selection is None:
        return None
    if key in YEARS and code:
        return spanned(selection, int(code), int(code) + YEARS[key] - 1)
    if code == NOT_KNOWN and key in NOT_WRITTEN_DOWN:
        return selection.adding("not_known", key)
    code = code or WORD_FOR_NOT_KNOWN.get(key, "")
    return _narrowed(selection, "point" if key in WORDED else key, code) if code else None


def _narrowed(selection: Selection, name: str, code: str) -> Selection | None:
    changes = _changes(name, code)
    if all(getattr(selection, one) in ("", None, value) for one, value in changes.items()):
        return selection.but(**changes)
    return selection.adding("also", f"{name}:{code}") if name in SEVERAL else None


def _changes(name: str, code: str) -> dict[str, object]:
    if name == "region":
        country, _stop, region = code.partition(SEPARATOR)
        return {"country": country, "region": region}
    return {name: UUID(code) if name == "point" else code}


def of_those_known(selection: Selection | None, key: str) -> Selection | None:
    """`selection` with only those of which it is known how they went, how long they lasted …"""
    return selection.adding("known", key) if selection and key in bands.KNOWN else None


def of_several(selection: Selection, key: str, wanted: Iterable[str]) -> Selection:
    """`selection` with only those that have more than one of these codes of the trait `key`."""
    name = "point" if key in WORDED else key
    return selection.but(twice=tuple(sorted(f"{name}:{code}" for code in wanted)))


def spanned(selection: Selection, first: int, last: int) -> Selection:
    """`selection` with only those that began in the years `first` to `last`."""
    since, until = selection.since or 1, selection.until or 9999
    return selection.but(since=max(since, first, 1), until=min(until, last))


def open_at(selection: Selection | None) -> str:
    """The address of the list of a selection; "" for None."""
    return f"{reverse('struggles:struggle-list')}?{selection.query()}" if selection else ""
