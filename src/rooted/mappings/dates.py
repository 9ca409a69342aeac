"""Dates as lists write them, as exactly as they are written and no more: from a day to a century."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from rooted.base.fold import fold

EARLIEST, LATEST = 1000, 2100
ORDERS = ("dmy", "mdy", "ymd")
Dated = tuple[date, str]  # the first day of it, and one of codes.DATE_PRECISIONS

# The beginnings by which a month is known, folded, January first: en, es, fr, de, pl, pt, it, tr, ru, ar.
MONTHS = [
    "jan ene janv styc gen oca янв يناير كانونالثاني", "feb fev fevr lut subat фев فبراير شباط",
    "mar mars marz maer mrz march مارس اذار мар", "apr abr avr kwi nis апр ابريل نيسان",
    "may mai maj mag mayo mayis ма ايار مايو", "jun juin cze giu haz июн يونيو حزيران",
    "jul juil lip lug tem июл يوليو تموز", "aug ago aout sie agu авг اغسطس اب",
    "sep set sept wrz eyl сен سبتمبر ايلول", "oct okt out ott paz eki окт اكتوبر تشرينالاول",
    "nov lis kas ноя نوفمبر تشرينالثاني", "dec dez dic gru ara дек ديسمبر كانونالاول",
]  # fmt: skip
MONTH_OF = {start: number for number, starts in enumerate(MONTHS, start=1) for start in starts.split()}
LONGEST_START = max(len(start) for start in MONTH_OF)

TIME = re.compile(r"[t ]\d{1,2}:\d{2}.*$")
YMD = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})\.?")
WRITTEN_TOGETHER = re.compile(r"(1\d{3}|20\d{2})(\d{2})(\d{2})")
THREE = re.compile(r"(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4}|\d{2})")
YEAR_MONTH = re.compile(r"(\d{4})[-/. ](\d{1,2})")
MONTH_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{4})")
YEAR = re.compile(r"(?:(?:c|ca|circa|um|hacia|vers|около)\.? ?)?(\d{4})(?:\.0)?(?: ?г\.?)?")
DECADE = re.compile(r"(\d{3})0'?(?:s|er|-?е|-?х)(?: jahre)?")
CENTURY = re.compile(r"(1[0-9]|2[01])(?:th|st)? century")
CHINESE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
BETWEEN = re.compile(r"\s+(?:to|until|bis|a|al|hasta|au|do|ate|–|—|-)\s+|\s*[–—]\s*|(?<=\d{4}-\d\d-\d\d)/")
NUMBERS = re.compile(r"\d+")
SERIAL = re.compile(r"([1-6]\d)[., ]?(\d{3})(?:[.,]\d+)?")  # from 1927 to 2091; a part of a day behind it
LETTERS = re.compile(r"[^\W\d_]+")


def read_dates(text: str, order: str = "dmy") -> tuple[Dated, Dated | None] | None:
    """The date of a cell, and its end where the cell says from when to when; None for what is no date."""
    single = read_date(text, order)
    if single:
        return single, None
    parts = BETWEEN.split(text.strip())
    if len(parts) != 2:
        return None
    first, last = (read_date(part, order) for part in parts)
    return (first, last) if first and last else None


def read_serial(text: str) -> Dated | None:
    """A day as spreadsheets count them: 43528 is 4 March 2019. None for what is no such number."""
    found = SERIAL.fullmatch(text.strip())
    return (date(1899, 12, 30) + timedelta(int(found[1] + found[2])), "day") if found else None


def read_date(text: str, order: str = "dmy") -> Dated | None:
    """One date; `order` decides what 03/04/2019 means. None for what is no date, or a day that never was."""
    plain = TIME.sub("", " ".join(fold(text).split())).strip(" ,")
    for read in (in_figures, short, in_words):
        found = read(plain, order)
        if found is not None:
            return made(*found)
    return None


Parts = tuple[int, int, int, str]


def in_figures(text: str, order: str) -> Parts | None:
    """ "2019-03-04", "4.3.2019", "20190304", "2019年3月4日"."""
    if found := YMD.fullmatch(text) or WRITTEN_TOGETHER.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3]), "day"
    if found := THREE.fullmatch(text):
        year = full_year(found[3])
        first, second = int(found[1]), int(found[2])
        if order == "ymd" and len(found[3]) == 2:
            return full_year(f"{first:02}"), second, int(found[3]), "day"
        day, month = (second, first) if order == "mdy" else (first, second)
        return year, month, day, "day"
    if found := CHINESE.fullmatch(text):
        exact = "day" if found[3] else "month" if found[2] else "year"
        return int(found[1]), int(found[2] or 1), int(found[3] or 1), exact
    return None


def full_year(text: str) -> int:
    """ "19" is 2019, "68" is 1968."""
    return int(text) if len(text) == 4 else int(text) + (1900 if int(text) > 49 else 2000)


def short(text: str, order: str) -> Parts | None:
    """ "2019-04", "4/2019", "2019", "1920s", "19th century"."""
    if found := YEAR.fullmatch(text):
        return int(found[1]), 1, 1, "year"
    if found := YEAR_MONTH.fullmatch(text):
        return int(found[1]), int(found[2]), 1, "month"
    if found := MONTH_YEAR.fullmatch(text):
        return int(found[2]), int(found[1]), 1, "month"
    if found := DECADE.fullmatch(text):
        return int(found[1]) * 10, 1, 1, "decade"
    if found := CENTURY.fullmatch(text):
        return (int(found[1]) - 1) * 100 or 1, 1, 1, "century"
    return None


def in_words(text: str, order: str) -> Parts | None:
    """ "12 March 2019", "March 12, 2019", "marzo de 2019", "12. März 2019"."""
    months = [month for word in LETTERS.findall(text) if (month := month_of(word))]
    numbers = NUMBERS.findall(text)
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(months) != 1 or len(years) != 1 or len(days) > 1 or len(numbers) != len(years) + len(days):
        return None
    return int(years[0]), months[0], int(days[0]) if days else 1, "day" if days else "month"


def month_of(word: str) -> int | None:
    """The month a folded word begins like; short joining words are none."""
    if len(word) < 3:
        return 5 if word == "ма" else None
    for length in range(min(len(word), LONGEST_START), 1, -1):
        if (number := MONTH_OF.get(word[:length])) is not None:
            return number
    return None


def made(year: int, month: int, day: int, precision: str) -> Dated | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        return date(year, month, day), precision
    except ValueError:
        return None


def guess_order(texts: Iterable[str]) -> str:
    """The order of day and month that a column's figures show; "dmy" where they show none."""
    for text in texts:
        found = THREE.fullmatch(TIME.sub("", fold(text).strip()))
        if found and int(found[1]) <= 31 and int(found[2]) <= 31:
            if int(found[1]) > 12:
                return "dmy"
            if int(found[2]) > 12:
                return "mdy"
    return "dmy"
