"""What a column can fill: the fields of a record, as an editor chooses them, and the ways each can be read."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rooted.records import codes, questions

Words = Promise | str
Choice = tuple[str, Words]

LEAST_MOST: list[Choice] = [
    ("", _("the number itself")),
    ("least", _("the least it was")),
    ("most", _("the most it was")),
]
PLACES: list[Choice] = [
    ("commas", _("Leeds, England, United Kingdom")),
    ("us", _("Cleveland, OH (United States)")),
    ("hyphens", _("leeds-england-uk")),
]
POINTS: list[Choice] = [("", _("latitude, longitude")), ("lon-lat", _("longitude, latitude"))]
BRANCHES: list[Choice] = [("", _("names, or numbers of ISIC")), ("naics", _("names, or numbers of NAICS"))]
DATES: list[Choice] = [("", _("as it is written")), ("serial", _("as spreadsheets count days: 43528"))]
LESSONS: list[Choice] = [("", _("in sentences")), ("words", _("in short words, such as “Isolated”"))]
SOURCES: list[Choice] = [("", _("find out from each")), *((code, words) for code, words in codes.SOURCE_KINDS)]
UNIONS: list[Choice] = [("", _("it took part")), ("led", _("it led"))]


@dataclass(frozen=True)
class Field:
    """One thing a column can fill. `kind` says how cells are read; `hows` are the ways to choose from, if any."""

    code: str
    words: Words
    kind: str
    hows: tuple[Choice, ...] = ()
    several: bool = False  # a cell may hold several, and several columns may fill it


def field(code: str, words: Words, kind: str, hows: Sequence[Choice] = (), *, several: bool = False) -> Field:
    return Field(code, words, kind, tuple(hows), several)


CORE = [
    field("number", _("Number of the record in the list"), "number"),
    field("title", _("Title"), "text"),
    field("account", _("Description"), "text", several=True),
    field("started", _("First day"), "date", DATES),
    field("ended", _("Last day"), "date", DATES),
    field("seen", _("Last day it was known to go on"), "date", DATES),
    field("form", _("What they did"), "codes", several=True),
    field("demand", _("What it was about"), "codes", several=True),
    field("outcome", _("How it ended"), "choice"),
    field("led_by", _("Who led it"), "choice"),
]
WHO = [
    field("estimate", _("How many took part"), "count", LEAST_MOST),
    field("indirect", _("How many could not work because of it"), "count", LEAST_MOST),
    field("workforce", _("How many work there in all"), "count"),
    field("days", _("Days not worked"), "count", LEAST_MOST),
    field("employer", _("Employer"), "employer", [(code, words) for code, words in codes.EMPLOYER_ROLES], several=True),
    field("organisation", _("Union or committee"), "organisation", UNIONS, several=True),
    field("official", _("Whether the organisation is official"), "choice"),
    field("branch", _("Branch"), "codes", BRANCHES, several=True),
    field("contract", _("Contracts"), "codes", several=True),
    field("who", _("Who worked"), "codes", several=True),
]
WHERE = [
    field("place", _("Place in one cell"), "place", PLACES, several=True),
    field("town", _("Town"), "part", several=True),
    field("region", _("Region"), "part", several=True),
    field("country", _("Country"), "part", several=True),
    field("site", _("Workplace or address"), "part", several=True),
    field("point", _("Coordinates in one cell"), "point", POINTS, several=True),
    field("lat", _("Latitude"), "degree"),
    field("lon", _("Longitude"), "degree"),
    field("online", _("Whether it was online"), "yes"),
]
MORE = [
    field("source", pgettext_lazy("where a statement comes from", "Source"), "source", SOURCES, several=True),
    field("source_kind", _("Kind of source"), "choice", several=True),
    field("source_date", _("Day the source came out"), "date", DATES, several=True),
    field("source_archive", _("Copy of the source in an archive"), "text", several=True),
    field("tag", _("Tag"), "codes", several=True),
    field("response", _("What was done against it"), "codes", several=True),
    field("language", _("Language of the text"), "choice"),
    field("threatened", _("Whether it was only threatened"), "yes"),
    field("outcome_after_3", _("How it stood after 3 months"), "choice"),
    field("outcome_after_12", _("How it stood after 12 months"), "choice"),
    field("support", _("How to support it"), "text"),
    field("estimate_source", _("Who counted"), "text"),
    *(field(f"point-{kind}", words, "lesson", LESSONS, several=True) for kind, words in questions.POINT_KINDS.items()),
    *(field(f"answer-{code}", words, "answer") for code, words in questions.QUESTIONS.items()),
]
GROUPS: list[tuple[Words, list[Field]]] = [
    (_("What happened"), CORE),
    (_("Who"), WHO),
    (_("Where"), WHERE),
    (_("More"), MORE),
]
FIELDS = {one.code: one for _words, listed in GROUPS for one in listed}

SPLITS: list[Choice] = [
    ("", _("one value")),
    ("list", _("a list in brackets")),
    (";", _("several, with ;")),
    (",", _("several, with ,")),
    ("|", _("several, with |")),
    ("/", _("several, with /")),
    ("lines", _("several, one a line")),
]
ORDERS: list[Choice] = [
    ("dmy", pgettext_lazy("order of a date", "day, month, year")),
    ("mdy", pgettext_lazy("order of a date", "month, day, year")),
    ("ymd", pgettext_lazy("order of a date", "year, month, day")),
]
# What can be the same for every row.
FIXED = ("form", "demand", "country", "language", "outcome", "led_by", "branch")


def scheme_of(code: str) -> str:
    """Whose words and codes a field takes: a list, or the choice of an outcome, of who led it, of a language."""
    return "outcome" if code.startswith("outcome") else code
