"""Several people doing things to one note or announcement at the same moment, in threads of their own."""

from django.utils import timezone

from rooted.base.tests.at_once import at_once
from rooted.notes.actions import (
    Written,
    correct_announcement,
    count_readings,
    erase_note,
    mark_as_read,
    save_note,
    stop_counting,
    withdraw_announcement,
)
from rooted.notes.models import Announcement, Note, Reading, Version
from rooted.notes.reading import read_version
from rooted.notes.tests import make


def saving(note, member, text):
    seat = member.seat
    return lambda: save_note(note, seat=seat, written=Written("T", text), seen=1, now=timezone.now())


def saves(ana, bo):
    """Both save over the same version: (saved, numbers of the versions, whether one of both texts is the newest)."""
    note = make.note(ana)
    saved = at_once(saving(note, ana, "of ana"), saving(note, bo, "of bo"))
    versions = list(Version.objects.filter(note=note).select_related("item", "note").order_by("number"))
    newest = read_version(ana.seat, versions[-1]).content["text"]
    return saved, [version.number for version in versions], newest in ("of ana", "of bo")


def save_and_erase(ana, bo):
    """One saves while the other erases: afterwards nothing half is left."""
    note = make.note(ana)
    at_once(saving(note, ana, "of ana"), lambda: erase_note(note))
    erase_note(note)
    return Note.objects.filter(pk=note.pk).count(), Version.objects.filter(note=note.pk).count()


def readings(ana, bo):
    """One member presses the button four times at once: how many readings, the author's among them."""
    count_readings(ana.group, today=timezone.now().date())
    made, seat = make.announcement(ana), bo.seat
    at_once(*[lambda: mark_as_read(made, seat=seat, seen=0)] * 4)
    return Reading.objects.filter(announcement=made).count()


def reading_and_the_end_of_counting(ana, bo):
    """One presses the button while the group stops counting: how many readings are left."""
    count_readings(ana.group, today=timezone.now().date())
    made, seat = make.announcement(ana), bo.seat
    at_once(lambda: mark_as_read(made, seat=seat, seen=0), lambda: stop_counting(ana.group))
    return Reading.objects.filter(announcement=made).count()


def correction_and_withdrawal(ana, bo):
    """Its author corrects it while another withdraws it: one of both is done, and what was withdrawn stays empty."""
    made, hers, his = make.announcement(ana), ana.seat, bo.seat
    done = at_once(
        lambda: correct_announcement(made, seat=hers, title="N", text="N", until=None, seen=0, now=timezone.now()),
        lambda: withdraw_announcement(made, seat=his, seen=0, now=timezone.now()),
    )
    row = Announcement.objects.select_related("item").get(pk=made.pk)
    return done, (row.withdrawn_on is not None) == (hers.keys.read(row.item)["title"] == "")
