"""notes:announcement-correct, by its author alone."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from rooted.notes.actions import correct_announcement, count_readings, mark_as_read, withdraw_announcement
from rooted.notes.models import Announcement, Reading
from rooted.notes.reading import read_announcements
from rooted.notes.tests import make


def send(member, made, text="Hall, not the back room.", seen=0):
    typed = {"title": "The room", "text": text, "until": "", "seen": str(seen)}
    return member.client.post(make.at("announcement-correct", member, made.pk), typed)


def says(member):
    (said,) = read_announcements(member.seat, Announcement.objects.select_related("item"))
    return said


def test_the_new_text_takes_the_place_of_the_old(ana, bo):
    assert send(ana, make.announcement(ana)).status_code == 302
    said = says(bo)
    assert (said.content["text"], said.announcement.corrections) == ("Hall, not the back room.", 1)
    assert said.corrected_at is not None


def test_nobody_else_can(ana, bo):
    made = make.announcement(ana)
    assert send(bo, made).status_code == 302
    assert says(ana).content["text"] == "Back room, not the hall."


def test_whoever_had_read_it_is_asked_again(ana, bo):
    count_readings(ana.group, today=timezone.now().date())
    made = make.announcement(ana)
    mark_as_read(made, seat=bo.seat, seen=0)
    send(ana, made)
    assert (Reading.objects.count(), says(ana).unread, says(bo).unread) == (1, False, True)


def test_of_two_corrections_at_once_the_second_is_shown_the_first_and_keeps_its_text(ana):
    made = make.announcement(ana)
    send(ana, made)
    form = send(ana, made, "Neither.").context["form"]
    assert list(form.errors) == ["__all__"]
    assert (form["text"].value(), form["seen"].value()) == ("Neither.", "1")


def test_after_it_was_withdrawn_nothing_is_put_back_and_the_text_stays_in_the_page(ana, bo):
    made = make.announcement(ana)
    withdraw_announcement(made, seat=bo.seat, seen=0, now=timezone.now())
    page = send(ana, made, "Still true.")
    assert page.context["form"].errors["__all__"] == [
        "This was withdrawn meanwhile. If it still matters, announce it anew."
    ]
    assert "Still true." in page.content.decode()
    assert says(bo).content["text"] == ""


def test_a_correction_straight_by_another_seat_is_refused(ana, bo):
    made = make.announcement(ana)
    with pytest.raises(ValidationError):
        correct_announcement(made, seat=bo.seat, title="x", text="x", until=None, seen=0, now=timezone.now())
    assert Announcement.objects.get().corrections == 0


def test_members_of_another_group_cannot(ana, cem):
    made = make.announcement(ana)
    assert cem.client.get(make.at("announcement-correct", ana, made.pk)).status_code == 404
    assert send(cem, made).status_code == 404
