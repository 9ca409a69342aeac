"""notes:announcement-withdraw, by anyone, asked once."""

from datetime import timedelta

from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.notes.actions import correct_announcement
from rooted.notes.models import Announcement
from rooted.notes.reading import read_announcements
from rooted.notes.sealed import ANNOUNCEMENT
from rooted.notes.tests import make


def url(member, made):
    return make.at("announcement-withdraw", member, made.pk)


def test_looking_at_the_question_changes_nothing(ana, bo):
    made = make.announcement(ana)
    html = bo.client.get(url(bo, made)).content.decode()
    assert "This cannot be undone." in html
    assert Announcement.objects.standing().count() == 1


def test_anyone_can_and_what_it_said_is_gone(ana, bo):
    made = make.announcement(ana)
    assert bo.client.post(url(bo, made), {"seen": "0"}).status_code == 302
    content = ana.seat.keys.read(SealedItem.objects.get(kind=ANNOUNCEMENT.name))
    assert (content["title"], content["text"], content["withdrawn_by"]) == ("", "", bo.seat.pk)


def test_the_trace_goes_after_fourteen_days(ana):
    made = make.announcement(ana)
    ana.client.post(url(ana, made), {"seen": "0"})
    made.refresh_from_db()
    assert made.expires_on == made.item.expires_on == timezone.now().date() + timedelta(days=14)


def test_whoever_has_not_seen_the_correction_is_shown_it_first(ana, bo):
    made = make.announcement(ana)
    correct_announcement(made, seat=ana.seat, title="New", text="New", until=None, seen=0, now=timezone.now())
    page = bo.client.post(url(bo, made), {"seen": "0"}).content.decode()
    assert "Somebody changed this announcement just now." in page
    assert Announcement.objects.standing().count() == 1


def test_withdrawing_twice_does_no_harm(ana, bo):
    made = make.announcement(ana)
    for member in (ana, bo):
        member.client.post(url(member, made), {"seen": "0"})
    (said,) = read_announcements(bo.seat, Announcement.objects.select_related("item"))
    assert said.withdrawn_by == "Ana"


def test_members_of_another_group_cannot(ana, cem):
    made = make.announcement(ana)
    assert cem.client.post(url(ana, made), {"seen": "0"}).status_code == 404
    assert cem.client.post(url(cem, made), {"seen": "0"}).status_code == 404
    assert Announcement.objects.standing().count() == 1
