"""The words for a record's dates, numbers and places, as exact as what is known and no more."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy, pgettext

from rooted.base.language import in_a_row, isolated
from rooted.base.templatetags.parts import grouped, written
from rooted.places.countries import country_name
from rooted.records.codes import EMPLOYER_ROLES, GOES_ON, UNKNOWN
from rooted.records.codes import OFFICIAL as OFFICIAL_CODES

MOST_COUNTRIES = 3
WIDE = {"decade", "century"}
REACHES = {
    "world": gettext_lazy("Worldwide"),
    "countries": gettext_lazy("Several countries"),
    "online": gettext_lazy("Online"),
}

ROLES = dict(EMPLOYER_ROLES)
OFFICIAL = dict(OFFICIAL_CODES)
NUMBERS = {
    ("people", "least"): ngettext_lazy("at least %(n)s person", "at least %(n)s people", "count"),
    ("people", "most"): ngettext_lazy("at most %(n)s person", "at most %(n)s people", "count"),
    ("people", "exact"): ngettext_lazy("%(n)s person", "%(n)s people", "count"),
    ("people", "between"): ngettext_lazy("%(low)s to %(n)s person", "%(low)s to %(n)s people", "count"),
    ("households", "least"): ngettext_lazy("at least %(n)s household", "at least %(n)s households", "count"),
    ("households", "most"): ngettext_lazy("at most %(n)s household", "at most %(n)s households", "count"),
    ("households", "exact"): ngettext_lazy("%(n)s household", "%(n)s households", "count"),
    ("households", "between"): ngettext_lazy("%(low)s to %(n)s household", "%(low)s to %(n)s households", "count"),
}


def when(day: date, precision: str) -> str:
    """One date: "4 March 1969", "March 1969", "1969", "between 1960 and 1969"."""
    if precision == "day":
        return written(day, pgettext("a day of a struggle, in letters of Django's date filter", "j F Y"))
    if precision in ("month", "unclear"):
        return written(day, pgettext("a month of a struggle, in letters of Django's date filter", "F Y"))
    if precision == "year":
        return str(day.year)
    length = 10 if precision == "decade" else 100
    first = day.year - day.year % length
    return _("between %(low)s and %(high)s") % {"low": first, "high": first + length - 1}


def years(first: int, last: int) -> str:
    """ "1969", "1960 to 1969"."""
    return str(first) if first == last else _("%(first)d to %(last)d") % {"first": first, "last": last}


def span(started: date, start_precision: str, ended: date, end_precision: str) -> str:
    """From when to when: "4 March 1969 to 2 April 1969", "12–19 November 2026", one date where both are told alike."""
    start, end = when(started, start_precision), when(ended, end_precision)
    if start == end:
        return start
    if {start_precision, end_precision} & WIDE:
        return _("began: %(start)s; ended: %(end)s") % {"start": start, "end": end}
    in_one_month = started < ended and (started.year, started.month) == (ended.year, ended.month)
    if in_one_month and start_precision == end_precision == "day":
        return _("%(day)d–%(end)s") % {"day": started.day, "end": end}
    return _("%(start)s to %(end)s") % {"start": start, "end": end}


def lasting(one: Any) -> str:
    """From when to when a struggle or one of its actions went on, as exactly as it is known."""
    if one.ended_on is not None:
        return span(one.started_on, one.started_precision, one.ended_on, one.ended_precision)
    started = when(one.started_on, one.started_precision)
    if one.started_precision in WIDE:
        return started
    ended = getattr(one, "outcome", UNKNOWN) not in (UNKNOWN, GOES_ON)
    return since(started) if getattr(one, "seen_going_on", None) and not ended else started


def since(started: str) -> str:
    """From when on, for what was going on when it was last heard of."""
    return _("Since %(start)s") % {"start": started}


def where(named: str, countries: list[str], reach: str) -> str:
    """ "Leipzig, Germany", "Worldwide", "place not known"; at most three countries are named."""
    names = [isolated(named), *(country_name(code) for code in countries[:MOST_COUNTRIES])]
    if not named and not countries:
        return str(REACHES.get(reach, _("place not known")))
    text = _side_by_side([name for name in names if name])
    if (more := len(countries) - MOST_COUNTRIES) > 0:
        words = ngettext("%(places)s and %(n)d more country", "%(places)s and %(n)d more countries", more)
        return words % {"places": text, "n": more}
    return text


def place(one: Any, country_follows: bool = False) -> str:
    """One place with all that is known of it: "Gate 3, Leipzig, Saxony, Germany"; "Worldwide"."""
    names = [one.site, one.town, one.region if one.region != one.town else ""]
    known = [isolated(name) for name in names if name]
    known += [country_name(one.country)] if one.country and not country_follows else []
    if not known:
        return str(REACHES.get(one.precision, _("place not known")))
    return _side_by_side(known)


def _side_by_side(names: Sequence[str]) -> str:
    return in_a_row(names) if len(names) > 1 else names[0]


def places(those: Sequence[Any]) -> list[str]:
    """Each place as above; of several that stand side by side in one country the last names it."""
    named = [(one.country, bool(one.site or one.town or one.region)) for one in those]
    following = [*named[1:], None][: len(named)]
    return [place(one, its == after and its[1]) for one, its, after in zip(those, named, following, strict=True)]


def employer(one: Any) -> str:
    """A firm or landlord, with its role where it is not simply the employer: "Brightfloor (Agency)"."""
    return isolated(one.name) if one.role == "employer" else _bracketed(one.name, ROLES[one.role])


def organisation(one: Any) -> str:
    """A union or committee, and whether it was official where that is known."""
    return isolated(one.name) if one.official == UNKNOWN else _bracketed(one.name, OFFICIAL[one.official])


def _bracketed(name: str, words: Promise | str) -> str:
    return _("%(name)s (%(what)s)") % {"name": isolated(name), "what": words}


def of_the_web(address: str) -> bool:
    """Whether an address can be followed: of the web, and nothing a browser would run."""
    return address.lower().startswith(("http://", "https://"))


def site(address: str) -> str:
    """The site of a web address, or the whole address where none can be made out."""
    found = re.match(r"https?://(?:[^/@]*@)?(?:www\.)?([^/:?#]+)", address, re.IGNORECASE)
    return found[1] if found else address


def who(where: str, people: str) -> str:
    """ "Leipzig, Germany, at least 320 people."."""
    return _("%(where)s, %(people)s.") % {"where": where, "people": people}


def how_many(low: int | None, high: int | None, unit: str = "people") -> str:
    """ "at least 320 people", "90 to 140 people", "40 people", "number not known"."""
    number = high if high is not None else low
    if number is None:
        return _("number not known")
    shape = "between"
    if high is None:
        shape = "least"
    elif low is None:
        shape = "most"
    elif low == high:
        shape = "exact"
    return str(NUMBERS[unit, shape] % {"count": number, "low": grouped(low), "n": grouped(number)})


def between(low: int | None, high: int | None) -> str:
    """A number without what it counts: "at least 320", "90 to 140", "40"; "" where nobody knows."""
    if low is None and high is None:
        return ""
    if high is None:
        return _("at least %(n)s") % {"n": grouped(low)}
    if low is None:
        return _("at most %(n)s") % {"n": grouped(high)}
    return grouped(low) if low == high else _("%(low)s to %(n)s") % {"low": grouped(low), "n": grouped(high)}
