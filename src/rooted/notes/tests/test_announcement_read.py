"""notes:announcement-read, counted once, kept under no name."""

import pytest
from django.utils import timezone

from conftest import join, newcomer
from rooted.base import seal
from rooted.groups.actions import part
from rooted.notes.access import mark_of
from rooted.notes.actions import correct_announcement, count_readings
from rooted.notes.models import Announcement, Reading
from rooted.notes.reading import read_announcements
from rooted.notes.tests import make


@pytest.fixture
def counted(ana, bo):
    """An announcement of ana's in a group that counts: ana has read it."""
    count_readings(ana.group, today=timezone.now().date())
    return make.announcement(ana)


def press(member, made, seen=0):
    return member.client.post(make.at("announcement-read", member, made.pk), {"seen": str(seen)})


def number(member):
    (said,) = read_announcements(member.seat, Announcement.objects.select_related("item"))
    return said.read_by


def test_one_more_is_counted(ana, bo, counted):
    assert press(bo, counted).status_code == 302
    assert number(ana) == number(bo) == "Marked as read by 2 of 2."


def test_pressing_again_counts_nothing(ana, bo, counted):
    for _ in range(3):
        press(bo, counted)
    assert Reading.objects.count() == 2


def test_opening_the_address_counts_nothing(bo, counted):
    assert bo.client.get(make.at("announcement-read", bo, counted.pk)).status_code == 302
    assert Reading.objects.count() == 1


def test_what_is_kept_is_a_mark_that_only_the_member_can_make(ana, bo, counted):
    """Neither the group's keys nor all rows of the database lead from a mark to a seat."""
    press(bo, counted)
    assert {field.name for field in Reading._meta.get_fields()} == {"id", "announcement", "mark"}
    marks = {bytes(reading.mark) for reading in Reading.objects.all()}
    assert marks == {mark_of(ana.seat, counted.pk), mark_of(bo.seat, counted.pk)}
    known = [bo.seat.pk.to_bytes(8, "big"), bytes(bo.seat.holder.public_key), *ana.seat.keys.secrets.values()]
    guesses = {seal.digest(f"v1|{counted.pk}".encode(), key=key, size=16) for key in known}
    assert marks & guesses == set()


def test_marks_of_one_member_on_two_announcements_have_nothing_in_common(ana, counted):
    other = make.announcement(ana)
    assert mark_of(ana.seat, counted.pk) != mark_of(ana.seat, other.pk)


def test_a_group_that_does_not_count_keeps_nothing(ana, bo):
    press(bo, make.announcement(ana))
    assert Reading.objects.count() == 0


def test_whoever_has_not_seen_the_correction_is_shown_it_first(ana, bo, counted):
    correct_announcement(counted, seat=ana.seat, title="New", text="New", until=None, seen=0, now=timezone.now())
    assert "Somebody changed this announcement just now." in press(bo, counted).content.decode()
    assert Reading.objects.count() == 1


def test_there_are_never_more_readers_than_members(ana, bo, counted):
    gul = join(newcomer("gul"), ana)
    for member in (bo, gul):
        press(member, counted)
    part(gul.seat, today=timezone.now().date())
    assert number(ana) == "Marked as read by 2 of 2."


def test_members_of_another_group_cannot(ana, cem, counted):
    assert press(cem, counted).status_code == 404
    assert Reading.objects.count() == 1
