"""nudges:mail-stop, no more mail."""

from django.urls import reverse

from rooted.nudges.actions import ask_for_mail, my_nudge
from rooted.nudges.models import Nudge
from rooted.nudges.tests.make import ADDRESS

URL = reverse("nudges:mail-stop", args=["docks"])


def test_the_address_is_erased_and_only_ones_own(ana, bo):
    ask_for_mail(ana.seat, address=ADDRESS, language="en")
    others = ask_for_mail(bo.seat, address="b@example.net", language="en")
    for _ in range(2):
        ana.client.post(URL)
    assert list(Nudge.objects.all()) == [others]


def test_looking_does_nothing(ana):
    ask_for_mail(ana.seat, address=ADDRESS, language="en")
    ana.client.get(URL)
    assert my_nudge(ana.seat) is not None
