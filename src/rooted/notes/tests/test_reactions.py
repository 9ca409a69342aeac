"""A group that closes keeps nothing of what was written in it."""

from django.utils import timezone

from rooted.groups.actions import close_group
from rooted.notes.actions import count_readings
from rooted.notes.models import Announcement, Count, Note, Reading, Version
from rooted.notes.tests import make


def test_everything_of_a_closed_group_is_erased_and_nothing_of_another(ana, cem):
    for member in (ana, cem):
        count_readings(member.group, today=timezone.now().date())
        make.announcement(member)
        make.note(member)
    close_group(ana.group, today=timezone.now().date())
    assert [model.objects.count() for model in (Announcement, Reading, Count, Note, Version)] == [1] * 5
    assert Note.objects.get().group == cem.group
