"""Notes and announcements opened for a page: what they say, who wrote it, when."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base import markup, seal
from rooted.base.converters import KeyConverter
from rooted.circles.keys import OpenCircle
from rooted.circles.models import SealedItem
from rooted.groups.access import circle_choices, circles_of, seat_names
from rooted.groups.models import Seat
from rooted.notes.access import counts_since, mark_of, members
from rooted.notes.actions import Written
from rooted.notes.models import Announcement, Note, Reading, Version
from rooted.notes.sealed import ANNOUNCEMENT, EARLIER, NOTE

BEGINNING = 400  # characters of an announcement that its line in the list is made from


@dataclass(frozen=True)
class Said:
    """An announcement as read. `read_by`: "Read by 4 of 6", where the group counts; `unread`: not yet by this seat."""

    announcement: Announcement
    at: datetime
    who: str
    mine: bool = False
    content: dict[str, Any] = field(default_factory=dict)
    corrected_at: datetime | None = None
    withdrawn_by: str = ""
    read_by: str = ""
    unread: bool = False

    @property
    def beginning(self) -> str:
        """Its first words, without marks for lists and the like."""
        return " ".join(unescape(strip_tags(markup.html(self.content.get("text", "")[:BEGINNING]))).split())

    @property
    def lost(self) -> bool:
        """Whether it cannot be opened."""
        return not self.content


@dataclass(frozen=True)
class Stood:
    """One version of a note as read; `held_on` is the day of the meeting, of minutes."""

    version: Version
    at: datetime
    who: str
    content: dict[str, Any] = field(default_factory=dict)

    @property
    def lost(self) -> bool:
        """Whether it cannot be opened."""
        return not self.content

    @property
    def held_on(self) -> date | None:
        """The day of the meeting."""
        return date.fromisoformat(self.content["held_on"]) if self.content.get("held_on") else None

    @property
    def written(self) -> Written:
        """What its writer typed."""
        return Written(self.content.get("title", ""), self.content.get("text", ""), self.held_on)


@dataclass(frozen=True)
class Row:
    """A note in the list; `circle` is the name of the small circle that alone can open it."""

    note: Note
    newest: Stood
    circle: str = ""


def name_in(names: dict[int, str], seat_id: Any) -> str:
    """The name of a seat, also of one that is nobody's any more."""
    return names.get(seat_id or 0) or _("a former member")


def _at(content: dict[str, Any], item: SealedItem, name: str = "at") -> datetime:
    return datetime.fromisoformat(content[name]) if content.get(name) else datetime.combine(item.day, time(), UTC)


def read_announcements(seat: Seat, announcements: Iterable[Announcement]) -> list[Said]:
    """`announcements` opened, those of one day by the hour, the last first; they come with their `item`."""
    rows = list(announcements)
    counted = readings_of(seat, rows) if rows and counts_since(seat) else None
    many = members(seat) if counted is not None else 0
    said = [_said(seat, row, seat_names(seat), counted, many) for row in rows]
    return sorted(said, key=lambda one: (one.announcement.said_on, one.at), reverse=True)


def readings_of(seat: Seat, rows: list[Announcement]) -> dict[int, tuple[int, bool]]:
    """For each announcement: how many marked it as read, and whether this seat is among them. One query."""
    found = {row.pk: (0, False) for row in rows}
    mine = {row.pk: mark_of(seat, row.pk) for row in rows}
    for pk, mark in Reading.objects.filter(announcement__in=list(found)).values_list("announcement", "mark"):
        count, read = found[pk]
        found[pk] = (count + 1, read or bytes(mark) == mine[pk])
    return found


def _said(
    seat: Seat, row: Announcement, names: dict[int, str], counted: dict[int, tuple[int, bool]] | None, many: int
) -> Said:
    content = _opened(seat.keys, row.item)
    count, read = counted[row.pk] if counted is not None else (0, False)
    standing = counted is not None and row.withdrawn_on is None
    return Said(
        announcement=row,
        at=_at(content, row.item),
        who=name_in(names, content.get("seat")),
        mine=content.get("seat") == seat.pk,
        content=content,
        corrected_at=_at(content, row.item, "corrected_at") if content.get("corrected_at") else None,
        withdrawn_by=name_in(names, content.get("withdrawn_by")) if row.withdrawn_on else "",
        read_by=read_by(count, many) if standing else "",
        unread=standing and not read,
    )


def read_by(count: int, many: int) -> str:
    """ "Read by 4 of 6". Nobody is named; a seat that got a new key may count twice, so never more than all."""
    count = min(count, many)
    return ngettext("Marked as read by %(count)d of %(many)d.", "Marked as read by %(count)d of %(many)d.", count) % {
        "count": count,
        "many": many,
    }


def _opened(keys: OpenCircle, item: SealedItem) -> dict[str, Any]:
    try:
        return keys.read(item, ANNOUNCEMENT)
    except seal.Closed:
        return {}


def note_rows(seat: Seat, notes: Iterable[Note]) -> list[Row]:
    """Rows for the list, in the order of `notes`; one query for all their newest versions."""
    rows = list(notes)
    found = Version.objects.newest().filter(note__in=[note.pk for note in rows]).select_related("item", "note")
    newest = {version.note_id: read_version(seat, version) for version in found}
    circles = circle_names(seat)
    return [Row(note, newest[note.pk], circles.get(note.circle_id, "")) for note in rows if note.pk in newest]


def circle_names(seat: Seat) -> dict[int, str]:
    """The names of this seat's small circles by the circle's id."""
    return {KeyConverter().to_python(key): name for key, name in circle_choices(seat) if key}


def read_version(seat: Seat, version: Version) -> Stood:
    """`version`, which comes with its `item` and `note`, opened; what belongs to another note or number is lost."""
    content = _version_content(circles_of(seat)[version.note.circle_id], version)
    who = name_in(seat_names(seat), content.get("seat"))
    return Stood(version, _at(content, version.item), who, content)


def _version_content(keys: OpenCircle, version: Version) -> dict[str, Any]:
    try:
        content = keys.read(version.item, NOTE, EARLIER)
    except seal.Closed:
        return {}
    belongs = (content["note"], content["number"]) == (version.note_id, version.number)
    return content if belongs else {}


def newest_of(seat: Seat, note: Note) -> Stood | None:
    """What stands in `note` now; None when it was erased this moment."""
    version = Version.objects.newest().filter(note=note.pk).select_related("item", "note").first()
    return read_version(seat, version) if version is not None else None


def version_of(seat: Seat, note: Note, number: int) -> Stood | None:
    """One version by its number; None when it is not kept any more."""
    version = Version.objects.filter(note=note.pk, number=number).select_related("item", "note").first()
    return read_version(seat, version) if version is not None else None


def was_saved(seat: Seat, newest: Stood, written: Written) -> bool:
    """Whether the newest version is this seat's very text: the form was sent twice."""
    return newest.content.get("seat") == seat.pk and newest.written == written


def overtaken_by(seat: Seat, newest: Stood) -> str:
    """One sentence: why a text was not saved, and what to do."""
    if newest.content.get("seat") == seat.pk:
        return _("You saved this already, perhaps on another page. Nothing is lost: your text is still below.")
    return _("%(name)s saved this while you wrote. Nothing is lost: your text is still below.") % {"name": newest.who}
