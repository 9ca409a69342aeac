"""A record as lines of text, by which two versions are compared and readers see what becomes public."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.records import codes, questions, telling
from rooted.records.record import Action, Code, Day, Point, Record, Source


def lines(record: Record) -> list[str]:
    """All that a record says, in the order of the pages of writing."""
    found = [*_first(record), *_numbers(record), *_people(record), *_told(record)]
    for source in record.sources:
        found += named(pgettext("where a statement comes from", "Source"), _source(source))
    found += named(_("How to support"), record.support)
    return found + named(_("Support until"), on_day(record.support_until))


def named(name: str, value: Any) -> list[str]:
    """One line with its name; none where there is nothing to say."""
    return [f"{name}: {value}"] if value not in ("", None, False) else []


def on_day(day: date | None) -> str:
    """A day that is known, as the reader's language writes it; "" for none."""
    return telling.when(day, "day") if day else ""


def _first(record: Record) -> list[str]:
    ended = telling.when(record.ended_on, record.ended_precision) if record.ended_on else ""
    return [
        *named(_("Title"), record.title),
        *named(_("Language"), dict(settings.LANGUAGES).get(record.language, record.language)),
        *named(_("Began"), telling.when(record.started_on, record.started_precision)),
        *named(_("Ended"), ended),
        *named(_("Last known to go on"), on_day(record.seen_going_on)),
        *(line for place in record.places for line in named(_("Place"), telling.place(place))),
    ]


def _numbers(record: Record) -> list[str]:
    estimate = telling.how_many(record.estimate_low, record.estimate_high, record.estimate_unit)
    return [
        *named(_("Took part"), estimate if record.estimate_low or record.estimate_high else ""),
        *named(_("Source of this number"), record.estimate_source),
        *named(_("Could not work because of it"), telling.between(record.indirect_low, record.indirect_high)),
        *named(_("Work there in all"), record.workforce),
        *named(_("Days not worked"), telling.between(record.days_low, record.days_high)),
        *named(_("Only threatened"), _("yes") if record.threatened_only else ""),
        *(line for action in record.actions for line in _action(action)),
    ]


def action_words(action: Any) -> str:
    """ "Strike, 4 March 1969, at least 40, the night shift first"."""
    ended = telling.when(action.ended_on, action.ended_precision) if action.ended_on else ""
    days = telling.lasting(action) if action.started_on else ended
    numbers = telling.between(action.workers_low, action.workers_high)
    return ", ".join(part for part in (codes.label("form", action.form), days, numbers, action.words) if part)


def _action(action: Action) -> list[str]:
    return [*named(_("Action"), action_words(action)), *(_day(day) for day in action.days)]


def _day(day: Day) -> str:
    part = _("%(percent)d hundredths of the day") % {"percent": day.percent} if day.percent != 100 else ""
    words = (on_day(day.day), day.site, telling.between(day.workers_low, day.workers_high), part)
    (line,) = named(_("Out on"), ", ".join(word for word in words if word))
    return line


def _people(record: Record) -> list[str]:
    with_whom, organisation, schemes = _("With whom"), _("Organisation"), dict(codes.SCHEMES)
    return [
        *(f"{with_whom}: {telling.employer(one)}" for one in record.employers),
        *(f"{organisation}: {telling.organisation(one)}" for one in record.organisations),
        *(f"{schemes[code.scheme]}: {code_words(code)}" for code in record.codings),
        *_known(_("Who led it"), record.led_by, codes.led_by),
        *_known(_("How it ended"), record.outcome, codes.outcome),
        *_known(_("After three months"), record.outcome_after_3, codes.outcome),
        *_known(_("After twelve months"), record.outcome_after_12, codes.outcome),
    ]


def _known(name: str, code: str, words: Callable[[str], str]) -> list[str]:
    return named(name, "" if code == codes.UNKNOWN else words(code))


def code_words(code: Code) -> str:
    """The words for one code."""
    return codes.label(code.scheme, code.code, code.literal)


def _told(record: Record) -> list[str]:
    lines = [f"{questions.question(answer.question)}\n{answer.text}" for answer in record.answers]
    lines += [record.account] if record.account else []
    return lines + [f"{questions.POINT_KINDS[point.kind]}: {_point(point)}" for point in record.points]


def point_name(point: Point) -> str:
    """The word of a point, in the reader's language where it is one of ours."""
    return str(questions.SEEDS.get(point.kind, {}).get(point.code, point.words))


def _point(point: Point) -> str:
    back = _("kept back while it runs") if point.withheld else ""
    return "\n".join(part for part in (point_name(point), point.evidence, back) if part)


def _source(source: Source) -> str:
    words = (
        dict(codes.SOURCE_KINDS)[source.kind],
        source.text,
        source.url,
        telling.when(source.published_on, source.published_precision) if source.published_on else "",
        source.archive_url,
    )
    return ", ".join(str(word) for word in words if word)
