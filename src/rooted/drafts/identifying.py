"""What in a record may tell who somebody is. Warnings for a person to read, never a decision.

Looks for: persons' names, telephone numbers and mail addresses, hours and shifts, small teams, exact days of what still
runs. It will miss some and name what is harmless. What each is known by stands in signs.py.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from rooted.drafts import signs
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


def what_may_identify(record: Record) -> list[Warning]:
    """At most 40 warnings, in the order of the record; what stands in several parts once, with all their names."""
    places: dict[tuple[str, str], dict[str, None]] = {}
    for one in (*_in_texts(record), *_small_numbers(record), *_days_while_it_runs(record)):
        places.setdefault((one.kind, one.quote), {})[one.where] = None
    comma = pgettext("between the items of a list", ", ")
    return [Warning(kind, comma.join(where), quote) for (kind, quote), where in places.items()][:MOST]


def hides_names(record: Record) -> bool:
    """Whether some of it is in a script without capitals, in which most names are not found."""
    return any(signs.without_capitals(text) for _where, text in texts(record))


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
    known = {word.casefold() for name in _names_of_things(record) for word in re.findall(signs.WORD, name)}
    for one in record.employers:
        yield from (Warning(NAME, _("With whom"), quote) for quote in titled(one.name, set()))
    for where, text in texts(record):
        yield from (Warning(NAME, where, quote) for quote in names(text, known))
        yield from (
            Warning(REACH, where, hit[0].strip()) for hit in signs.REACHED.finditer(signs.A_DATE.sub(" ", text))
        )
        yield from (Warning(HOUR, where, hit[0]) for made in (signs.HOURS, signs.SHIFTS) for hit in made.finditer(text))
        yield from (Warning(TEAM, where, hit[0]) for hit in signs.TEAMS.finditer(text))


def _names_of_things(record: Record) -> Iterator[str]:
    yield from (one.name for one in record.employers)
    yield from (one.name for one in record.organisations)
    for place in record.places:
        yield from (place.site, place.town, place.region)


def names(text: str, known: set[str]) -> list[str]:
    """What looks like a person's name: two words with capitals, or one after "Mr"; none of words that are `known`."""
    found = titled(text, known)
    for hit in signs.PAIR.finditer(text):
        first, last = hit[1], hit[2]
        capital = all(word[:1].isupper() and not word.isupper() for word in (first, last))
        if capital and not {first.casefold(), last.casefold()} & (signs.NO_NAMES | known):
            found.append(f"{first} {last}")
    return list(dict.fromkeys(found))


def titled(text: str, known: set[str]) -> list[str]:
    """Names that stand beside a title, in scripts with and without capitals."""
    found = [hit[0] for hit in signs.TITLED.finditer(text) if hit[2][:1].isupper() and hit[2].casefold() not in known]
    return found + [hit[0] for hit in signs.TITLED_BARE.finditer(text)]


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
        sites: dict[str, list[date]] = {}
        for one in action.days:
            sites.setdefault(one.site, []).append(one.day)
        for site, days in sites.items():
            yield Warning(DAY, site or _("Days"), telling.span(min(days), "day", max(days), "day"))
