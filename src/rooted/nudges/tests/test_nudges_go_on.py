"""nudges:nudges-go-on, still here."""

from django.urls import reverse
from django.utils import timezone

from rooted.groups.actions import part
from rooted.nudges import board
from rooted.nudges.actions import ask_for_mail, make_feed, rests
from rooted.nudges.tests.make import ADDRESS

URL = reverse("nudges:nudges-go-on", args=["docks"])


def test_the_board_asks_and_one_tap_is_enough(ana, bo):
    ask_for_mail(ana.seat, address=ADDRESS, language="en")
    make_feed(ana.seat, language="en")
    part(bo.seat, today=timezone.localdate())
    before = [line.title for line in board.lines(ana.seat)]
    ana.client.post(URL)
    assert (before, board.lines(ana.seat)) == (["Say whether your reminders go on"], [])


def test_without_reminders_nothing_happens(ana):
    ana.client.post(URL)
    assert not rests(ana.seat)


def test_looking_does_nothing(ana, bo):
    make_feed(ana.seat, language="en")
    part(bo.seat, today=timezone.localdate())
    ana.client.get(URL)
    assert rests(ana.seat)
