"""What members do with announcements, notes and minutes.

Whatever changes a note or an announcement in several steps holds its row first, then its circle: always in this order,
so that on PostgreSQL two of them wait for each other instead of locking each other out.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rooted.base import seal
from rooted.base.events import announce
from rooted.circles.actions import checkpoint, erase
from rooted.circles.keys import OpenCircle
from rooted.circles.models import SealedItem
from rooted.groups.access import circles_of
from rooted.groups.models import Group, Seat
from rooted.notes.access import mark_of
from rooted.notes.events import NoteErased
from rooted.notes.models import (
    ANNOUNCED_FOR,
    TRACE_FOR,
    VERSIONS_KEPT,
    Announcement,
    Count,
    Note,
    Reading,
    Version,
)
from rooted.notes.sealed import ANNOUNCEMENT, EARLIER, NOTE

CHANGED = gettext_lazy("Somebody changed this announcement just now. Read it, then do it again if you still want to.")

WITHDRAWN = gettext_lazy("This was withdrawn meanwhile. If it still matters, announce it anew.")


@transaction.atomic
def announce_to_group(seat: Seat, *, title: str, text: str, until: date | None, now: datetime) -> Announcement:
    """Tell all members of the group; erased a year later. Where the group counts readers, its author is the first."""
    today = now.date()
    content = {"title": title, "text": text, "seat": seat.pk, "at": now.isoformat()}
    content |= {"corrected_at": "", "withdrawn_by": 0}
    expires_on = max(today, until or today) + ANNOUNCED_FOR
    item = seat.keys.seal(ANNOUNCEMENT, content, expires_on)
    made = Announcement.objects.create(group=seat.group, item=item, said_on=today, until=until, expires_on=expires_on)
    _count_in(made, seat)
    return made


@transaction.atomic
def correct_announcement(
    announcement: Announcement, *, seat: Seat, title: str, text: str, until: date | None, seen: int, now: datetime
) -> None:
    """Its author says it anew; all others are asked to read it again. `seen`: how many corrections they had seen."""
    content = _claim(announcement, seat, seen, corrected_on=now.date(), until=until)
    if content["seat"] != seat.pk:
        raise ValidationError(_("Only the member who wrote an announcement can correct it. You can withdraw it."))
    _reseal(announcement, seat, content | {"title": title, "text": text, "corrected_at": now.isoformat()})
    announcement.readings.all().delete()
    _count_in(announcement, seat)


@transaction.atomic
def withdraw_announcement(announcement: Announcement, *, seat: Seat, seen: int, now: datetime) -> None:
    """Erase what it says, by any member; for 14 days the list says who announced something and who withdrew it."""
    today = now.date()
    content = _claim(announcement, seat, seen, withdrawn_on=today, until=None, expires_on=today + TRACE_FOR)
    _reseal(announcement, seat, content | {"title": "", "text": "", "withdrawn_by": seat.pk})
    SealedItem.objects.filter(announcement=announcement).update(expires_on=today + TRACE_FOR)
    announcement.readings.all().delete()
    transaction.on_commit(checkpoint)


def _claim(announcement: Announcement, seat: Seat, seen: int, **changed: Any) -> dict[str, Any]:
    """Take the next correction and set what `changed`; returns what was sealed. Refuses whoever has not seen it all."""
    rows = Announcement.objects.filter(pk=announcement.pk, corrections=seen, withdrawn_on=None)
    if not rows.update(corrections=seen + 1, **changed):
        standing = Announcement.objects.standing().filter(pk=announcement.pk).exists()
        raise ValidationError(CHANGED if standing else WITHDRAWN, code="overtaken")
    return seat.keys.read(SealedItem.objects.get(announcement=announcement), ANNOUNCEMENT)


def _reseal(announcement: Announcement, seat: Seat, content: dict[str, Any]) -> None:
    seat.keys.rewrite(SealedItem.objects.get(announcement=announcement), content)


@transaction.atomic
def mark_as_read(announcement: Announcement, *, seat: Seat, seen: int) -> None:
    """Count this member among those who have read it, once; nothing is written in a group that does not count."""
    rows = Announcement.objects.select_for_update(no_key=True).filter(withdrawn_on=None, corrections=seen)
    if not rows.filter(pk=announcement.pk).exists():
        raise ValidationError(CHANGED, code="overtaken")
    _count_in(announcement, seat)


def _count_in(announcement: Announcement, seat: Seat) -> None:
    if Count.objects.select_for_update().filter(group=announcement.group_id).exists():
        reading = Reading(announcement=announcement, mark=mark_of(seat, announcement.pk))
        Reading.objects.bulk_create([reading], ignore_conflicts=True)


def count_readings(group: Group, *, today: date) -> None:
    """From now on the group counts how many have read an announcement; a second call does nothing."""
    Count.objects.get_or_create(group=group, defaults={"since": today})


@transaction.atomic
def stop_counting(group: Group) -> None:
    """Count no longer, and erase what was counted; a second call does nothing."""
    Count.objects.filter(group=group).delete()
    Reading.objects.filter(announcement__group=group).delete()


def erase_expired(today: date) -> int:
    """Erase every announcement whose day has come; returns how many."""
    expired = Announcement.objects.filter(expires_on__lte=today)
    count = expired.count()
    if count:
        erase(SealedItem.objects.filter(announcement__in=expired))
        transaction.on_commit(checkpoint)
    return count


@dataclass(frozen=True)
class Written:
    """What stands in one version of a note. `held_on`: the day of the meeting, of minutes."""

    title: str
    text: str
    held_on: date | None = None

    @property
    def sealed(self) -> dict[str, str]:
        """The same as it is sealed."""
        return {"title": self.title, "text": self.text, "held_on": self.held_on.isoformat() if self.held_on else ""}

    @property
    def whole(self) -> str:
        """Title, day of the meeting and text, one below the other: what two versions are compared by."""
        return "\n".join(line for line in (self.title, self.sealed["held_on"], "\n" + self.text) if line)


@transaction.atomic
def write_note(seat: Seat, *, kind: str, written: Written, now: datetime, circle: int | None = None) -> Note:
    """Keep a new note or minutes; `circle`: the id of a small circle of this seat, else everyone in the group."""
    keys = circles_of(seat).get(circle or seat.keys.circle.pk)
    if keys is None:
        raise ValidationError(_("You are no longer in this small circle. Choose who can read it."))
    note = Note.objects.create(group=seat.group, circle=keys.circle, kind=kind, changed_on=now.date())
    _add_version(note, keys, seat, written, number=1, now=now)
    return note


@transaction.atomic
def save_note(note: Note, *, seat: Seat, written: Written, seen: int, now: datetime, brought_back: int = 0) -> None:
    """Make `written` the newest version, if nobody saved another since the writer saw number `seen`; else "overtaken".

    What stood there before stays as an earlier version; of those the newest 50 are kept.
    """
    keys = circles_of(seat)[note.circle_id]
    if not Note.objects.filter(pk=note.pk, number=seen).update(number=seen + 1, changed_on=now.date()):
        raise ValidationError(_("Somebody saved this while you wrote."), code="overtaken")
    _set_aside(note, keys, seen)
    _add_version(note, keys, seat, written, number=seen + 1, now=now, brought_back=brought_back)
    dropped = SealedItem.objects.filter(
        version_of_a_note__note=note, version_of_a_note__number__lt=seen + 2 - VERSIONS_KEPT
    )
    if erase(dropped):
        transaction.on_commit(checkpoint)


def _add_version(
    note: Note, keys: OpenCircle, seat: Seat, written: Written, *, number: int, now: datetime, brought_back: int = 0
) -> None:
    content = {"note": note.pk, "number": number, "seat": seat.pk, "at": now.isoformat(), "brought_back": brought_back}
    Version.objects.create(note=note, number=number, item=keys.seal(NOTE, content | written.sealed))


def _set_aside(note: Note, keys: OpenCircle, number: int) -> None:
    """Seal a version anew as an earlier one, which the search leaves out; one that does not open stays as it is."""
    version = Version.objects.select_related("item").filter(note=note, number=number).first()
    if version is None:
        return
    try:
        content = keys.read(version.item, NOTE)
    except seal.Closed:
        return
    replaced, version.item = version.item, keys.seal(EARLIER, content)
    version.save(update_fields=["item"])
    replaced.delete()


@transaction.atomic
def erase_note(note: Note) -> None:
    """Erase a note with all its versions, for everyone and for good; a second call does nothing."""
    announce(NoteErased(note.group_id, note.pk))
    if Note.objects.select_for_update().filter(pk=note.pk).exists():
        erase(SealedItem.objects.filter(version_of_a_note__note=note))
        Note.objects.filter(pk=note.pk).delete()
        transaction.on_commit(checkpoint)


def erase_all_of(group: UUID) -> None:
    """Erase everything this app keeps of a group, by its id."""
    Announcement.objects.filter(group=group).delete()
    Note.objects.filter(group=group).delete()
    Count.objects.filter(group=group).delete()
