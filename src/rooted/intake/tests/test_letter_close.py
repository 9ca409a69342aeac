"""intake:letter-close: nothing more is to be done."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.circles.models import SealedItem
from rooted.intake.models import Message, Thread
from rooted.intake.tests import make


def close(member, thread):
    return member.client.post(reverse("intake:letter-close", args=["docks", thread.pk]))


def test_a_closed_letter_waits_for_nobody_and_is_erased_after_60_days(ana):
    thread = make.thread(ana.group, now=timezone.now() - timedelta(days=10))
    assert close(ana, thread).status_code == 302
    today = timezone.now().date()
    thread.refresh_from_db()
    assert (thread.closed_on, thread.expires_on) == (today, today + timedelta(days=60))
    assert Message.objects.waiting().count() == 0
    assert set(SealedItem.objects.filter(message__thread=thread).values_list("expires_on", flat=True)) == {
        today + timedelta(days=60)
    }


def test_closing_twice_moves_nothing(ana):
    thread = make.thread(ana.group)
    close(ana, thread)
    Thread.objects.update(closed_on="2026-01-01", expires_on="2026-03-02")
    close(ana, thread)
    assert str(Thread.objects.get().expires_on) == "2026-03-02"


def test_members_of_another_group_cannot(ana, cem):
    assert close(cem, make.thread(ana.group)).status_code == 404
    assert Thread.objects.get().closed_on is None
