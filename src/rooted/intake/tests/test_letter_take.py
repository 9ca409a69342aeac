"""intake:letter-take, taking a letter on."""

from django.urls import reverse

from rooted.intake.models import Thread
from rooted.intake.tests import make


def take(member, thread):
    return member.client.post(reverse("intake:letter-take", args=["docks", thread.pk]))


def test_whoever_takes_it_has_it(ana):
    thread = make.thread(ana.group)
    response = take(ana, thread)
    assert response.url == reverse("intake:letter-detail", args=["docks", thread.pk])
    assert Thread.objects.get().taken_by_id == ana.seat.pk


def test_the_second_one_is_told_who_has_it(ana, bo):
    thread = make.thread(ana.group)
    take(ana, thread)
    page = take(bo, thread).content.decode()
    assert "Someone else took this letter on just now." in page
    assert "Ana has it." in page
    assert Thread.objects.get().taken_by_id == ana.seat.pk


def test_taking_it_twice_is_fine(ana):
    thread = make.thread(ana.group)
    assert [take(ana, thread).status_code for _ in range(2)] == [302, 302]


def test_nobody_else_can(ana, cem, stranger):
    thread = make.thread(ana.group)
    assert take(cem, thread).status_code == 404
    assert stranger.post(reverse("intake:letter-take", args=["docks", thread.pk])).status_code == 403
    assert Thread.objects.get().taken_by_id is None


def test_opening_the_address_takes_nothing(ana):
    thread = make.thread(ana.group)
    ana.client.get(reverse("intake:letter-take", args=["docks", thread.pk]))
    assert Thread.objects.get().taken_by_id is None
