"""intake:letter-reopen, taking a closed letter up again."""

from django.urls import reverse
from django.utils import timezone

from rooted.intake.actions import close_thread
from rooted.intake.models import Thread
from rooted.intake.tests import make


def reopen(member, thread):
    return member.client.post(reverse("intake:letter-reopen", args=["docks", thread.pk]))


def test_it_is_open_again(ana):
    thread = make.thread(ana.group)
    close_thread(thread, today=timezone.now().date())
    assert reopen(ana, thread).status_code == 302
    assert Thread.objects.get().closed_on is None


def test_members_of_another_group_cannot(ana, cem):
    thread = make.thread(ana.group)
    close_thread(thread, today=timezone.now().date())
    assert reopen(cem, thread).status_code == 404
    assert Thread.objects.get().closed_on is not None
