"""What the walks know of announcements, notes and minutes."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.notes.actions import Written, announce_to_group, save_note, write_note
from rooted.notes.models import Note
from tests.faults.typed import BAD, LINE, TEXT, TypedForm, typed
from tests.walk.journey import fills
from tests.walk.world import canary

OBJECTS = {
    "notes": "kept note",
    **{f"notes:announcement-{deed}": "announcement" for deed in ("detail", "correct", "withdraw", "read")},
    "notes:version-detail": "version",
    "notes:version-restore": "version",
}
UNTYPED = {"note", "number", "held_on", "seat", "at", "brought_back"}
NOT_TYPED = {
    "notes.announcement": {"seat", "at", "corrected_at", "withdrawn_by"},
    "notes.note": UNTYPED,
    "notes.earlier": UNTYPED,
}
IN_A_WEEK = (timezone.localdate() + timedelta(days=7)).isoformat()


def make_objects(world) -> None:
    now = timezone.now()
    world.sealed |= {"announcement": canary(), "kept note": canary()}
    for foreign, role in (("", "member"), ("foreign ", "other")):
        seat = world.people[role].seat
        title, text = (world.sealed[name] if not foreign else "Depot" for name in ("announcement", "kept note"))
        world.objects[f"{foreign}announcement"] = announce_to_group(seat, title=title, text="x", until=None, now=now)
        note = write_note(seat, kind="note", written=Written("List", text), now=now)
        save_note(note, seat=seat, written=Written("List", f"{text} again"), seen=1, now=now)
        note.refresh_from_db()
        world.objects |= {f"{foreign}kept note": note, f"{foreign}version": note.versions.get(number=1)}


@fills("notes.announcement")
def announce(journey) -> None:
    fields = {name: journey.word(f"notes.announcement {name}") for name in ("title", "text")}
    journey.send(journey.member, reverse("notes:announcement-write", args=[journey.address]), fields)


@fills("notes.earlier")
def write_it_down(journey) -> None:
    """The first version, which the next driver makes an earlier one."""
    fields = {name: journey.word(f"notes.earlier {name}") for name in ("title", "text")}
    journey.send(journey.member, reverse("notes:note-write", args=[journey.address]), fields | {"kind": "note"})


@fills("notes.note")
def write_in_it(journey) -> None:
    fields = {name: journey.word(f"notes.note {name}") for name in ("title", "text")}
    journey.send(journey.member, reverse("notes:note-edit", args=[journey.address, Note.objects.get().pk]), fields)


FORMS = [
    TypedForm(
        "notes:announcement-write", "member", typed(title=LINE, text=TEXT, until=IN_A_WEEK), {"until": "2001-01-01"},
        stores=("notes_announcement",),
    ),
    TypedForm(
        "notes:announcement-correct", "member", typed(title=LINE, text=TEXT, until=IN_A_WEEK, seen="0"),
        {"title": "x" * 121}, stores=("notes_announcement",),
    ),
    TypedForm(
        "notes:note-write", "member", typed(kind="minutes", title=LINE, held_on=IN_A_WEEK, text=TEXT), {"title": BAD},
        stores=("notes_note",),
    ),
    TypedForm(
        "notes:note-edit", "member", typed(title=LINE, text=TEXT, seen="2"), {"title": "x" * 121},
        stores=("notes_version",),
    ),
]  # fmt: skip
BUTTONS = {
    "notes:announcement-counting",
    "notes:announcement-read",
    "notes:announcement-withdraw",
    "notes:note-erase",
    "notes:version-restore",
}
READ_ONLY = {
    "notes:announcement-list",
    "notes:announcement-detail",
    "notes:note-list",
    "notes:note-detail",
    "notes:version-list",
    "notes:version-compare",
    "notes:version-detail",
}
