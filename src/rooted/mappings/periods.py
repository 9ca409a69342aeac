"""From when to when, where one cell says it: "3.-5.2.2021", "28 Feb to 2 March 2021", "1918-20", "May-June 1968"."""

import re
from datetime import timedelta

from rooted.mappings.dates import Dated, read_date, tidy

TO = re.compile(
    r"\s*(?:\.\.+|…|[–—-])\s*|\s+(?:to|until|till|through|bis|a|al|hasta|au|do|ate|по|до|الي|حتي|ile)\s+|(?<=\d{4}-\d\d-\d\d)/"
)
BESIDE = re.compile(r"\s*[/&]\s*|\s+(?:and|und|et|y|i|e|и|و)\s+")  # only of what lies side by side
FROM = re.compile(
    r"^(?:from|between|since|vom|von|zwischen|seit|du|depuis|entre|del|desde|de|od|dal|с|между|من|منذ)(?: le| el)? "
)
OPEN = re.compile(r"\s*(?:[–—-]|(?:to|–|—|-) (?:present|today|now|date)|bis heute)$")
YEAR = re.compile(r"\d{4}")
DAY = re.compile(r"(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª|го)?")
Span = tuple[Dated, Dated | None]


def read_dates(text: str, order: str = "dmy") -> Span | None:
    """The date of a cell, and its end where the cell says from when to when; None for what is no date."""
    single = read_date(text, order)
    if single:
        return single, None
    plain = tidy(text)
    bare = OPEN.sub("", FROM.sub("", plain))
    if bare != plain and (single := read_date(bare, order)):
        return single, None
    for sign in (TO, BESIDE):
        for found in sign.finditer(bare):
            pair = both(bare[: found.start()].strip(), bare[found.end() :].strip(), order)
            if pair and (sign is TO or are_beside(*pair)):
                return pair
    return None


def both(left: str, right: str, order: str) -> tuple[Dated, Dated] | None:
    """Two dates, of which the first may leave out what the last one says: "3", "28 Feb", "May"."""
    first = read_date(left, order) if YEAR.search(left) else None
    if first and first[1] == "year" and re.fullmatch(r"\d{2}", right):
        right = left[-4:-2] + right if left[-4:].isdigit() else right
    last = read_date(right, order)
    if not last or last[1] in ("decade", "century"):
        return None
    if not YEAR.search(left):
        first = completed(left, last, order)
    return (first, last) if first else None


def completed(left: str, last: Dated, order: str) -> Dated | None:
    """The beginning of a time whose year, or month and year, stand at its end alone."""
    day, precision = last
    if found := DAY.fullmatch(left):
        if precision != "day":
            return read_date(f"{left.rstrip('.')}/{day.year}") if precision == "month" else None
        return (day.replace(day=int(found[1])), "day") if 0 < int(found[1]) < day.day else None
    bare = left.rstrip(" ./-,")
    first = read_date(f"{bare} {day.year}", order) or read_date(f"{bare}/{day.year}", order)
    if first and first[0] > day:
        first = read_date(f"{bare} {day.year - 1}", order) or read_date(f"{bare}/{day.year - 1}", order)
    return first


def are_beside(first: Dated, last: Dated) -> bool:
    """Whether nothing lies between two days, months or years."""
    if first[1] != last[1] or first[0] >= last[0]:
        return False
    steps = {"day": 1, "month": 31, "year": 366}
    return last[0] - first[0] <= timedelta(steps.get(first[1], 0))
