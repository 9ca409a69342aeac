"""nudges:calendar-stop, the calendar ends."""

from django.urls import reverse

from rooted.nudges.actions import make_feed, my_feed
from rooted.nudges.models import Feed

URL = reverse("nudges:calendar-stop", args=["docks"])


def test_its_address_leads_nowhere_and_only_ones_own_ends(ana, bo, stranger):
    address, others = make_feed(ana.seat, language="en"), make_feed(bo.seat, language="en")
    for _ in range(2):
        ana.client.post(URL)
    pages = [stranger.get(reverse("nudges:calendar", args=[one])).status_code for one in (address, others)]
    assert (pages, Feed.objects.count()) == ([404, 200], 1)


def test_looking_does_nothing(ana):
    make_feed(ana.seat, language="en")
    ana.client.get(URL)
    assert my_feed(ana.seat)[1] is not None
