"""What lies on the desk: a record as plain values, and what only the group knows of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.drafts import kept_back
from rooted.drafts.as_text import lines, named, point_name
from rooted.records import questions
from rooted.records.record import Record
from rooted.struggles.models import Struggle
from rooted.struggles.plain import from_plain, to_plain

ENOUGH_SOURCES = 2
NOTES_LENGTH = 5_000
KEPT = "kept"  # beside the record as it is sealed


@dataclass(frozen=True)
class Draft:
    """A record in the making. `participant`: somebody who took part agrees with it; `notes`: never published.

    `kept`: marks of what is kept back while it runs (kept_back.py); points carry their own.
    """

    record: Record
    participant: bool = False
    notes: str = ""
    kept: frozenset[str] = frozenset()

    @property
    def sealed(self) -> dict[str, Any]:
        """The same as it is sealed: the fields of sealed.REPORT that people fill."""
        return {
            "title": self.record.title,
            "text": "\n".join(texts(self.record)),
            "record": to_plain(self.record) | ({KEPT: sorted(self.kept)} if self.kept else {}),
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
    def may_run(self) -> bool:
        """Whether it is treated as going on today: it does, or it began lately and nobody wrote how it ended."""
        return self.record.may_run(timezone.localdate())

    @property
    def shown(self) -> Record:
        """The record as strangers may read it now; points are left to shown_points."""
        return kept_back.shown(self.record, self.kept) if self.may_run else self.record

    @property
    def parts_kept_back(self) -> int:
        """How many parts beside points strangers would not read now."""
        return len(kept_back.that_say_something(self.record, self.kept)) if self.may_run else 0

    @property
    def kept_back(self) -> list[str]:
        """What strangers would not read now, by its words, each once; nothing once it is over."""
        if not self.may_run:
            return []
        names = [part.title for _mark, part in kept_back.that_say_something(self.record, self.kept)]
        points = [questions.POINT_KINDS[point.kind] for point in self.record.points if point.withheld]
        return list(dict.fromkeys(str(name) for name in (*names, *points)))

    def becoming_public(self, public: Struggle | None) -> list[tuple[str, str, str]]:
        """What was to be kept back while it went on, and a release now lets strangers read: kind, words, what it says.

        What was released since it is over is public already.
        """
        if self.may_run or (public is not None and not (public.running or public.withheld)):
            return []
        marked = [
            (str(part.title), "", _only_in(self.record, part.without(self.record)).removeprefix(f"{part.title}\n"))
            for _mark, part in kept_back.that_say_something(self.record, self.kept)
        ]
        points = [point for point in self.record.points if point.withheld]
        return marked + [(str(questions.POINT_KINDS[one.kind]), point_name(one), one.evidence) for one in points]


def unsealed(content: dict[str, Any]) -> Draft:
    """The draft that was sealed; raises struggles.plain.Unreadable where it is none."""
    record = dict(content["record"])
    kept = frozenset(record.pop(KEPT, ()))
    return Draft(from_plain(record), bool(content["participant"]), content["notes"], kept)


def _only_in(record: Record, other: Record) -> str:
    """The lines that `record` has and `other` has not."""
    there = set(lines(other))
    return "\n".join(line for line in lines(record) if line not in there)


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
    found = lines(draft.record)
    if draft.participant:
        found.append(_("Somebody who took part agrees."))
    for mark in kept_back.in_order(draft.kept):
        if part := kept_back.part_of(mark):
            number = mark.removeprefix(kept_back.SOURCE)
            which = f"{part.title} {int(number) + 1}" if number.isdigit() else str(part.title)
            found += named(_("Kept back while it runs"), which)
    found += named(_("Notes among us"), draft.notes)
    return "\n".join(found)


def blank(today: date, language: str = "en") -> Draft:
    """A desk with nothing on it."""
    return Draft(Record(title="", started_on=today, language=language))
