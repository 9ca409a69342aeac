"""intake:letter-release, putting a letter back."""

from django.urls import reverse
from django.utils import timezone

from rooted.groups.actions import part
from rooted.intake.actions import take_thread
from rooted.intake.models import Thread
from rooted.intake.tests import make


def release(member, thread):
    return member.client.post(reverse("intake:letter-release", args=["docks", thread.pk]))


def test_anyone_can_put_it_back_when_the_one_who_has_it_cannot(ana, bo):
    thread = make.thread(ana.group)
    take_thread(thread, seat=ana.seat)
    response = release(bo, thread)
    assert response.url == reverse("intake:letter-detail", args=["docks", thread.pk])
    assert Thread.objects.get().taken_by_id is None


def test_twice_does_nothing_more(ana):
    thread = make.thread(ana.group)
    assert [release(ana, thread).status_code for _ in range(2)] == [302, 302]


def test_members_of_another_group_cannot(ana, cem):
    thread = make.thread(ana.group)
    take_thread(thread, seat=ana.seat)
    assert release(cem, thread).status_code == 404
    assert Thread.objects.get().taken_by_id == ana.seat.pk


def test_what_a_member_had_who_leaves_is_anyones_again(ana, bo):
    thread = make.thread(ana.group)
    take_thread(thread, seat=bo.seat)
    part(bo.seat, today=timezone.now().date())
    assert Thread.objects.get().taken_by_id is None
