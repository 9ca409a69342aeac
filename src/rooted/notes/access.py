"""What a seat may read here: the announcements of its group; the notes of the group and of its own small circles."""

from datetime import date

from rooted.base import seal
from rooted.groups.access import circles_of
from rooted.groups.models import Seat
from rooted.notes.models import Announcement, AnnouncementQuerySet, Count, Note, NoteQuerySet, Version, VersionQuerySet

FEWEST_TO_COUNT = 3


def announcements_of(seat: Seat) -> AnnouncementQuerySet:
    """All announcements of the seat's group."""
    return Announcement.objects.of(seat.group)


def notes_of(seat: Seat) -> NoteQuerySet:
    """The notes and minutes that this seat can open."""
    return Note.objects.filter(group=seat.group, circle__in=list(circles_of(seat)))


def versions_of(seat: Seat) -> VersionQuerySet:
    """Every kept version of them, with what opening it needs."""
    circles = list(circles_of(seat))
    found = Version.objects.filter(note__group=seat.group, note__circle__in=circles)
    return found.select_related("note", "item")


def members(seat: Seat) -> int:
    """How many members the seat's group has."""
    return Seat.objects.taken().filter(group=seat.group).count()


def counts_since(seat: Seat) -> date | None:
    """Since when the group counts how many have read; None when it does not."""
    return Count.objects.filter(group=seat.group).values_list("since", flat=True).first()


def mark_of(seat: Seat, announcement: int) -> bytes:
    """16 bytes for "this member has read this": only who holds the seat's key can make them or know them again."""
    key = seal.subkey(seat.keys.holder_secret, "notes.reading")
    return seal.digest(f"v1|{announcement}".encode(), key=key, size=16)
