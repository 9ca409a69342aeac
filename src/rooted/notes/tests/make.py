"""Announcements and notes for tests, straight through the actions."""

from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from rooted.notes import actions
from rooted.notes.actions import Written
from rooted.notes.models import Announcement, Note

TEXT = "We meet in the back room.\n\n- Ana brings the key\n- Bo asks the agency"


def announcement(
    member,
    title="The room changed",
    text="Back room, not the hall.",
    *,
    until: date | None = None,
    now: datetime | None = None,
) -> Announcement:
    return actions.announce_to_group(member.seat, title=title, text=text, until=until, now=now or timezone.now())


def note(member, title="Who does what", text=TEXT, *, now: datetime | None = None, circle: int | None = None) -> Note:
    return actions.write_note(
        member.seat, kind="note", written=Written(title, text), now=now or timezone.now(), circle=circle
    )


def minutes(member, title="Meeting", text=TEXT, *, held_on: date, now: datetime | None = None) -> Note:
    written = Written(title, text, held_on)
    return actions.write_note(member.seat, kind="minutes", written=written, now=now or timezone.now())


def save(note: Note, member, text: str, *, title="Who does what", seen: int | None = None) -> None:
    """Make `text` the newest version; `seen` is the newest one unless given."""
    seen = seen or Note.objects.get(pk=note.pk).number
    actions.save_note(note, seat=member.seat, written=Written(title, text), seen=seen, now=timezone.now())
    note.refresh_from_db()


def at(name: str, member, *keys) -> str:
    """The address of a page in the member's group."""
    return reverse(f"notes:{name}", args=[member.group.address, *keys])
