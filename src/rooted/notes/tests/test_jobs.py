"""Announcements are erased on their day."""

from datetime import timedelta

from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.notes.jobs import erase_announcements
from rooted.notes.models import Announcement, Note
from rooted.notes.sealed import ANNOUNCEMENT
from rooted.notes.tests import make


def test_an_announcement_is_erased_a_year_after_its_last_day(ana, tomorrow):
    make.announcement(ana, until=tomorrow)
    kept = make.announcement(ana, until=tomorrow + timedelta(days=1))
    for _ in range(2):
        erase_announcements(timezone.now() + timedelta(days=366))
    assert list(Announcement.objects.all()) == [kept]
    assert SealedItem.objects.filter(kind=ANNOUNCEMENT.name).count() == 1


def test_notes_stay(ana):
    make.note(ana)
    erase_announcements(timezone.now() + timedelta(days=5_000))
    assert Note.objects.count() == 1
