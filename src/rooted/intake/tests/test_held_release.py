"""intake:held-release, letting letters in."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rooted.intake import board
from rooted.intake.models import Thread
from rooted.intake.tests import make
from rooted.intake.tests.test_held_list import flood


def release(member, **fields):
    return member.client.post(reverse("intake:held-release", args=["docks"]), fields)


def test_the_ticked_ones_are_in_and_the_others_stay(ana):
    threads = flood(ana.group, 5)
    release(ana, letter=[threads[2].pk, threads[4].pk])
    assert set(Thread.objects.held().values_list("pk", flat=True)) == {threads[3].pk}


def test_all_at_once(ana):
    flood(ana.group, 5)
    release(ana, which="all")
    assert Thread.objects.held().count() == 0


def test_the_promised_time_begins_when_it_is_let_in(ana):
    old = timezone.now() - timedelta(days=9)
    flood(ana.group, 0, above=1)
    for _ in range(2):
        make.thread(ana.group, now=old)
    release(ana, which="all")
    assert [line.urgent for line in board.lines(ana.seat)][1] == "48 hours left of 48"


def test_what_is_no_letter_of_the_group_changes_nothing(ana, cem):
    foreign = flood(cem.group, 3)
    assert release(ana, letter=[foreign[2].pk, "x", "9" * 40, "-1"]).status_code == 302
    assert Thread.objects.held().count() == 1


def test_nobody_else_can_and_opening_the_address_releases_nothing(ana, cem, stranger):
    flood(ana.group, 3)
    url = reverse("intake:held-release", args=["docks"])
    answers = [cem.client.post(url, {"which": "all"}), stranger.post(url, {"which": "all"}), ana.client.get(url)]
    assert [answer.status_code for answer in answers] == [404, 403, 405]
    assert Thread.objects.held().count() == 1
