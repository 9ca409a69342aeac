"""What in a record may tell who somebody is. Warnings for a person to read, never a decision.

Looks for: persons' names, telephone numbers and mail addresses, hours and shifts, small teams, exact days of what still
runs. It will miss some and name what is harmless.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rooted.drafts.as_text import action_words, point_name
from rooted.records import questions, telling
from rooted.records.record import Record

SMALL = 10  # fewer than so many can be counted out by a foreman
MOST = 40  # warnings on one page

NAME, REACH, HOUR, TEAM, DAY, KEPT = "name", "reach", "hour", "team", "day", "kept"
KINDS: dict[str, Promise] = {
    NAME: gettext_lazy("Perhaps the name of a person"),
    REACH: gettext_lazy("A way to reach somebody"),
    HOUR: gettext_lazy("An hour or a shift"),
    TEAM: gettext_lazy("A small team"),
    DAY: gettext_lazy("An exact day, and it still goes on"),
    KEPT: gettext_lazy("Kept back, and said here"),
}


@dataclass(frozen=True)
class Warning:
    """`quote` stands in the part of the record that is called `where`."""

    kind: str
    where: str
    quote: str

    @property
    def title(self) -> str:
        return str(KINDS[self.kind])


SPLIT = re.compile(r"\S+")
TITLES = SPLIT.findall(
    """mr mrs ms miss mister dr prof sir herr frau monsieur madame mme mlle señor señora sr sra don doña signor signora
    pan pani comrade colleague foreman forewoman supervisor boss steward vorarbeiter meister kollege kollegin"""
)
# Words that begin sentences or names of things: two capitals in a row with one of these are no person.
NO_NAMES = set(
    SPLIT.findall(
        """the a an in on at by for from to and but or we they he she it i you our their this that these those when
        after before then there here no not all some many one two three four five six seven eight nine ten if as with
        without who what where why how since until most every each both only once today yesterday union strike committee
        workers hospital council company limited ltd gmbh street road avenue square house station university school city
        north south east west monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december der die das ein eine wir sie er es und in im am le la les
        un une des nous el los las"""
    )
)
WORD = r"[^\W\d_]+(?:[-’'][^\W\d_]+)*"
PAIR = re.compile(rf"(?<![\w.’'-])(?=({WORD})[ \u00a0]+({WORD}))")  # overlapping: "Then Ana Bell" holds one
TITLED = re.compile(rf"\b({'|'.join(TITLES)})\.?[ \u00a0]+({WORD})", re.IGNORECASE)
REACHED = re.compile(r"[\w.+-]+@[\w-]+(?:\.\w+)+|(?<![\d/.-])\+?\d[\d ()/-]{6,}\d")
A_DATE = re.compile(r"\d{1,4}([-/. ])\d{1,2}\1\d{1,4}|(?:1[89]|20)\d\d ?[-/–] ?(?:1[89]|20)?\d\d")
HOURS = re.compile(r"\b(?:[01]?\d|2[0-3])(?:[:h][0-5]\d|\s?(?:am|pm|uhr|o’clock|o'clock)\b)", re.IGNORECASE)
SHIFTS = re.compile(
    r"\b(?:\d+|first|second|third|early|late|night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[ -]"
    r"(?:night |morning )?shifts? (?:on|of) \w+|\b(?:shift|schicht|turno|zmiana|tura|équipe) [\dA-Z]\b",
    re.IGNORECASE,
)
FEW = "two|three|four|five|six|seven|eight|nine|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|[1-9]"
TEAM_WORDS = "|".join(
    SPLIT.findall(
        r"""people persons workers colleagues of\x20us of\x20them women men cleaners drivers cooks nurses porters riders
        pickers members kolleg\w+ leute frauen männer collègues personnes compañer\w+ personas"""
    )
)
TEAMS = re.compile(
    rf"(?<![\d.,])\b(?:{FEW})\b(?! ?[%,.:/]\d)(?: [^\W\d_]+){{0,2}}? (?:{TEAM_WORDS})\b"
    rf"|\b(?:team|crew|group|gang|line) of (?:{FEW})\b",
    re.IGNORECASE,
)


def what_may_identify(record: Record) -> list[Warning]:
    """At most 40 warnings, in the order of the record; each once."""
    found = list(dict.fromkeys([*_in_texts(record), *_small_numbers(record), *_days_while_it_runs(record)]))
    return found[:MOST]


def texts(record: Record) -> Iterator[tuple[str, str]]:
    """(what it is called, its words) of what is written in somebody's own words and may name people."""
    yield _("Title"), record.title
    yield from ((_("Place"), place.site) for place in record.places)
    yield from ((_("Action"), action.words) for action in record.actions)
    yield from ((questions.question(answer.question), answer.text) for answer in record.answers)
    yield _("What happened"), record.account
    for point in record.shown_points:
        yield str(questions.POINT_KINDS[point.kind]), f"{point_name(point)}. {point.evidence}"
    yield from ((pgettext("where a statement comes from", "Source"), source.text) for source in record.sources)
    yield _("Who says how many"), record.estimate_source
    yield _("How to support"), record.support


def said_elsewhere(record: Record, shown: Record) -> list[Warning]:
    """Names of places, firms and organisations that `record` keeps back, and that stand in the texts of `shown`."""
    hidden = {name for name in _names_of_things(record) if name} - set(_names_of_things(shown))
    found = [
        Warning(KEPT, where, name)
        for where, text in texts(shown)
        for name in sorted(hidden)
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE)
    ]
    return list(dict.fromkeys(found))[:MOST]


def _in_texts(record: Record) -> Iterator[Warning]:
    known = {word.casefold() for name in _names_of_things(record) for word in re.findall(WORD, name)}
    for where, text in texts(record):
        yield from (Warning(NAME, where, quote) for quote in names(text, known))
        yield from (Warning(REACH, where, hit[0].strip()) for hit in REACHED.finditer(A_DATE.sub(" ", text)))
        yield from (Warning(HOUR, where, hit[0]) for pattern in (HOURS, SHIFTS) for hit in pattern.finditer(text))
        yield from (Warning(TEAM, where, hit[0]) for hit in TEAMS.finditer(text))


def _names_of_things(record: Record) -> Iterator[str]:
    yield from (one.name for one in record.employers)
    yield from (one.name for one in record.organisations)
    for place in record.places:
        yield from (place.site, place.town, place.region)


def names(text: str, known: set[str]) -> list[str]:
    """What looks like a person's name: two words with capitals, or one after "Mr"; none of words that are `known`."""
    found = [hit[0] for hit in TITLED.finditer(text) if hit[2][:1].isupper() and hit[2].casefold() not in known]
    for hit in PAIR.finditer(text):
        first, last = hit[1], hit[2]
        capital = all(word[:1].isupper() and not word.isupper() for word in (first, last))
        if capital and not {first.casefold(), last.casefold()} & (NO_NAMES | known):
            found.append(f"{first} {last}")
    return list(dict.fromkeys(found))


def _small_numbers(record: Record) -> Iterator[Warning]:
    if record.estimate_unit == "people":
        yield from _small(_("How many"), record.estimate_low, record.estimate_high)
    for action in record.actions:
        yield from _small(action_words(action), action.workers_low, action.workers_high)
        for day in action.days:
            yield from _small(day.site or _("Days"), day.workers_low, day.workers_high)


def _small(where: str, low: int | None, high: int | None) -> Iterator[Warning]:
    number = high if high is not None else low
    if number is not None and number < SMALL:
        yield Warning(TEAM, where, telling.how_many(low, high))


def _days_while_it_runs(record: Record) -> Iterator[Warning]:
    if not record.may_run(timezone.localdate()):
        return
    if record.started_precision == "day":
        yield Warning(DAY, _("Began"), telling.when(record.started_on, "day"))
    for action in record.actions:
        if action.started_on and action.started_precision == "day":
            yield Warning(DAY, action_words(action), telling.when(action.started_on, "day"))
        yield from (Warning(DAY, day.site or _("Days"), telling.when(day.day, "day")) for day in action.days)
