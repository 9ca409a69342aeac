"""What lies on the desk: a record as plain values, and what only the group knows of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from rooted.struggles import codes, questions, telling
from rooted.struggles.models import Struggle
from rooted.struggles.plain import from_plain, to_plain
from rooted.struggles.record import Action, Code, Day, Point, Record, Source

ENOUGH_SOURCES = 2
NOTES_LENGTH = 5_000


@dataclass(frozen=True)
class Draft:
    """A record in the making. `participant`: somebody who took part agrees with it; `notes`: never published."""

    record: Record
    participant: bool = False
    notes: str = ""

    @property
    def sealed(self) -> dict[str, Any]:
        """The same as it is sealed: the fields of sealed.REPORT that people fill."""
        return {
            "title": self.record.title,
            "text": "\n".join(texts(self.record)),
            "record": to_plain(self.record),
            "participant": self.participant,
            "notes": self.notes,
        }

    @property
    def sourced(self) -> bool:
        """Two sources, or one and somebody who took part and agrees."""
        sources = len(self.record.sources)
        return sources >= ENOUGH_SOURCES or (sources > 0 and self.participant)

    @property
    def written(self) -> bool:
        """Whether it tells more than a line of a list."""
        return bool(self.record.account or self.record.answers)

    @property
    def kept_back(self) -> int:
        """How many points strangers would not read now."""
        return len(self.record.points) - len(self.record.shown_points)

    def becoming_public(self, public: Struggle | None) -> list[Point]:
        """The points that were to be kept back while it went on, and that a release now lets strangers read.

        Those of a record whose kept back points were released before are public already.
        """
        if self.record.running or (public is not None and not public.withheld):
            return []
        return [point for point in self.record.points if point.withheld]


def unsealed(content: dict[str, Any]) -> Draft:
    """The draft that was sealed; raises struggles.plain.Unreadable where it is none."""
    return Draft(from_plain(content["record"]), bool(content["participant"]), content["notes"])


def texts(record: Record) -> list[str]:
    """What people wrote in their own words and names: what a search in the group looks through."""
    found = [one.name for one in record.employers] + [one.name for one in record.organisations]
    for place in record.places:
        found += [place.site, place.town, place.region]
    found += [record.account, *(answer.text for answer in record.answers)]
    found += [words for point in record.points for words in (point.words, point.evidence)]
    found += [words for source in record.sources for words in (source.text, source.url)]
    return [*(text for text in found if text), record.support]


def whole(draft: Draft) -> str:
    """All of a draft as lines of text, by which two versions are compared."""
    record = draft.record
    lines = [*_first(record), *_numbers(record), *_people(record), *_told(record)]
    for source in record.sources:
        lines += _named(pgettext("where a statement comes from", "Source"), _source(source))
    if draft.participant:
        lines.append(_("Somebody who took part agrees."))
    lines += _named(_("How to support"), record.support)
    lines += _named(_("Support until"), record.support_until)
    lines += _named(_("Notes among us"), draft.notes)
    return "\n".join(lines)


def _named(name: str, value: Any) -> list[str]:
    return [f"{name}: {value}"] if value not in ("", None, False) else []


def _first(record: Record) -> list[str]:
    ended = telling.when(record.ended_on, record.ended_precision) if record.ended_on else ""
    return [
        *_named(_("Title"), record.title),
        *_named(_("Language"), record.language),
        *_named(_("Began"), telling.when(record.started_on, record.started_precision)),
        *_named(_("Ended"), ended),
        *_named(_("Last known to go on"), record.seen_going_on),
        *(line for place in record.places for line in _named(_("Place"), telling.place(place))),
    ]


def _numbers(record: Record) -> list[str]:
    estimate = telling.how_many(record.estimate_low, record.estimate_high, record.estimate_unit)
    return [
        *_named(_("Took part"), estimate if record.estimate_low or record.estimate_high else ""),
        *_named(_("Source of this number"), record.estimate_source),
        *_named(_("Could not work because of it"), telling.between(record.indirect_low, record.indirect_high)),
        *_named(_("Work there in all"), record.workforce),
        *_named(_("Days not worked"), telling.between(record.days_low, record.days_high)),
        *_named(_("Only threatened"), _("yes") if record.threatened_only else ""),
        *(line for action in record.actions for line in _action(action)),
    ]


def action_words(action: Any) -> str:
    """ "Strike, 4 March 1969, at least 40, the night shift first"."""
    ended = telling.when(action.ended_on, action.ended_precision) if action.ended_on else ""
    days = telling.lasting(action) if action.started_on else ended
    numbers = telling.between(action.workers_low, action.workers_high)
    return ", ".join(part for part in (codes.label("form", action.form), days, numbers, action.words) if part)


def _action(action: Action) -> list[str]:
    return [*_named(_("Action"), action_words(action)), *(_day(day) for day in action.days)]


def _day(day: Day) -> str:
    part = _("%(percent)d hundredths of the day") % {"percent": day.percent} if day.percent != 100 else ""
    words = (day.day.isoformat(), day.site, telling.between(day.workers_low, day.workers_high), part)
    (line,) = _named(_("Out on"), ", ".join(word for word in words if word))
    return line


def _people(record: Record) -> list[str]:
    with_whom, organisation, schemes = _("With whom"), _("Organisation"), dict(codes.SCHEMES)
    return [
        *(f"{with_whom}: {telling.employer(one)}" for one in record.employers),
        *(f"{organisation}: {telling.organisation(one)}" for one in record.organisations),
        *(f"{schemes[code.scheme]}: {code_words(code)}" for code in record.codings),
        *_named(_("Who led it"), codes.led_by(record.led_by)),
        *_named(_("How it ended"), codes.outcome(record.outcome)),
        *_named(_("After three months"), codes.outcome(record.outcome_after_3)),
        *_named(_("After twelve months"), codes.outcome(record.outcome_after_12)),
    ]


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
    return ". ".join(part for part in (point_name(point), point.evidence, back) if part)


def _source(source: Source) -> str:
    words = (dict(codes.SOURCE_KINDS)[source.kind], source.text, source.url, source.published_on, source.archive_url)
    return ", ".join(str(word) for word in words if word)


def blank(today: date, language: str = "en") -> Draft:
    """A desk with nothing on it."""
    return Draft(Record(title="", started_on=today, language=language))
