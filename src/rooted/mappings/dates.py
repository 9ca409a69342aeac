"""Dates as lists write them, as exactly as they are written and no more: from a day to a century."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone

from rooted.base.fold import fold
from rooted.mappings.calendar_words import ABOUT, JOINING, NEVER, PARTS, ROMAN_MONTHS, century_of, decade_of, month_of

EARLIEST, LATEST = 1000, 2100
LONGEST = 100  # characters of a cell that says a date
ORDERS = ("dmy", "mdy", "ymd")
Dated = tuple[date, str]  # the first day of it, and one of codes.DATE_PRECISIONS

TIME = re.compile(r"(?<=\d)[t ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:z|utc|gmt|[ap]m)|[+-]\d{2}:?\d{2})?\b")
PART = r"(\d{1,2}|xx|\?\?)"  # of a date, or what stands where nobody knows
YMD = re.compile(rf"(\d{{4}})[-/. ]{PART}[-/. ]{PART}\.?")
WRITTEN_TOGETHER = re.compile(r"(1\d{3}|20\d{2})(\d{2})(\d{2})")
THREE = re.compile(rf"(?!\d+ ?- ?\d+ ?[/. ]){PART}[-/. ]+{PART}[-/. ]+(\d{{4}}|\d{{2}})(?: ?[gr])?\.?")
YEAR_MONTH = re.compile(r"(\d{4})[-/. ](\d{1,2})")
MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{4})")
ROMAN = re.compile(r"(?:(\d{1,2})[-/. ]+)?([ivx]+)[-/. ]+(\d{4})(?: ?[gr])?\.?")
YEAR = re.compile(r"(\d{4})(?:\.0)?(?: ?(?:[gr]\.?|roku|года?|yili))?")
CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
SERIAL = re.compile(r"([1-6]\d)[., ]?(\d{3})(?:[.,]\d+)?")  # from 1927 to 2091; a part of a day behind it
PIECES = re.compile(r"\d+|[^\W\d_]+")

Parts = tuple[int, int, int, str]


def read_serial(text: str) -> Dated | None:
    """A day as spreadsheets count them: 43528 is 4 March 2019. None for what is no such number."""
    found = SERIAL.fullmatch(text.strip())
    return (date(1899, 12, 30) + timedelta(int(found[1] + found[2])), "day") if found else None


def tidy(text: str) -> str:
    """As dates are compared: folded, without hours and without brackets around all of it; "" for what is no date."""
    if len(text) > LONGEST:
        return ""
    plain = TIME.sub("", " ".join(fold(text).split())).strip(" ,;")
    return plain[1:-1].strip() if plain[:1] + plain[-1:] in ("[]", "()") else plain


def read_date(text: str, order: str = "dmy") -> Dated | None:
    """One date; `order` decides what 03/04/2019 means. None for what is no date, or a day that never was.

    A season, "late" or "week 12" leaves the year it lies in (`is_part`); "about" leaves a day unclear.
    """
    plain = tidy(text)
    if found := in_figures(plain, order):  # as most lists write them
        return made(*found)
    sure = ABOUT.sub("", plain).strip()
    if NEVER.search(plain):
        return None
    whole = PARTS.sub(" ", sure)
    whole = whole if whole == sure else whole.replace("-", "/")  # "winter 1911-12" is no December
    for read in (in_figures, short, in_words):
        if (found := read(sure, order) or read(" ".join(whole.split()).strip(" ,()/"), order)) is not None:
            year, month, day, precision = found
            return made(year, month, day, "unclear" if precision == "day" and sure != plain else precision)
    return None


def is_part(text: str) -> bool:
    """Whether a text names less than the year, decade or month that is kept of it: "spring 1919", "end of March"."""
    return PARTS.search(tidy(text)) is not None


def in_figures(text: str, order: str) -> Parts | None:
    """ "2019-03-04", "4.3.2019", "20190304", "2019年3月4日", "3 V 1926", "1919-00-00"."""
    if found := YMD.fullmatch(text) or WRITTEN_TOGETHER.fullmatch(text):
        return known(int(found[1]), number(found[2]), number(found[3]))
    if found := THREE.fullmatch(text):
        first, second, last = number(found[1]), number(found[2]), found[3]
        if order == "ymd" and len(last) == 2:
            return known(full_year(f"{first:02}"), second, int(last))
        day, month = (second, first) if order == "mdy" else (first, second)
        return known(full_year(last), month, day)
    if (found := ROMAN.fullmatch(text)) and found[2] in ROMAN_MONTHS:
        return known(int(found[3]), ROMAN_MONTHS[found[2]], int(found[1] or 0))
    if found := CHINESE.fullmatch(text):
        return known(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    return None


def number(text: str) -> int:
    """0 for what stands where nobody knows."""
    return int(text) if text.isdigit() else 0


def known(year: int, month: int, day: int) -> Parts:
    """A date whose month or day may be 0: then nobody knows it."""
    if not month:
        return year, 1, 1, "year"
    return year, month, day or 1, "day" if day else "month"


def full_year(text: str) -> int:
    """ "19" is 2019, "68" is 1968: never a year to come."""
    if len(text) == 4:
        return int(text)
    return int(text) + (1900 if int(text) > timezone.localdate().year % 100 else 2000)


def short(text: str, order: str) -> Parts | None:
    """ "2019-04", "4/2019", "2019", "1920s", "19th century", "lata 20. XX wieku"."""
    if found := YEAR.fullmatch(text):
        return known(int(found[1]), 0, 0)
    if found := YEAR_MONTH.fullmatch(text):
        year, month = int(found[1]), int(found[2])
        both = "/" in text and month == (year + 1) % 100 and month <= 12  # "1904/05": two years as often as a month
        return known(year, 0 if both else month, 0)
    if found := MONTH_YEAR.fullmatch(text):
        return known(int(found[2]), int(found[1]), 0)
    if start := decade_of(text):
        return start, 1, 1, "decade"
    start = century_of(text)
    return (start, 1, 1, "century") if start else None


def in_words(text: str, order: str) -> Parts | None:
    """ "12 March 2019", "March 12, 2019", "marzo de 2019", "12. März 2019"; a day stands beside its month."""
    pieces = PIECES.findall(text)
    months = [at for at, piece in enumerate(pieces) if month_of(piece)]
    years = [piece for piece in pieces if piece.isdigit() and len(piece) == 4]
    days = [at for at, piece in enumerate(pieces) if piece.isdigit() and len(piece) <= 2]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or sum(map(str.isdigit, pieces)) != 1 + len(days):
        return None
    between = pieces[min(months + days) + 1 : max(months + days)]
    if not JOINING.issuperset(between):
        return None  # "March 2019 (12 workers)"
    return known(int(years[0]), month_of(pieces[months[0]]) or 0, int(pieces[days[0]]) if days else 0)


def made(year: int, month: int, day: int, precision: str) -> Dated | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day), precision
    except ValueError:
        return None


def guess_order(texts: Iterable[str], unsaid: str = "dmy") -> str:
    """The order of day and month that a column's figures show; `unsaid` where they show none."""
    return next((order for text in texts if (order := shown_order(text))), unsaid)


def shown_order(text: str) -> str:
    """The one order in which a date in figures can be read; "" where it has several, or none."""
    orders = list(ways_of(text))
    return orders[0] if len(orders) == 1 else ""


def ways_of(text: str) -> dict[str, Dated]:
    """What a date in figures means in each order in which it is one; 19-05-30 may begin with the year."""
    plain = tidy(text)
    if not (found := THREE.fullmatch(plain)):
        return {}
    orders = ORDERS if "-" in plain and len(found[3]) == 2 else ORDERS[:2]
    read = ((order, in_figures(plain, order)) for order in orders)
    return {order: day for order, parts in read if parts and (day := made(*parts))}


def unsure_of(texts: Iterable[str]) -> str:
    """A date that could be read in two ways, where the others show no order or several; "" where none can."""
    ways = {text: ways_of(text) for text in texts}
    if len({order for found in ways.values() if len(found) == 1 for order in found}) == 1:
        return ""
    unsaid = (text for text, found in ways.items() if len(set(found.values())) > 1)
    return next((text for text in unsaid if "." not in text), "")  # 4.3.2019 begins with the day
