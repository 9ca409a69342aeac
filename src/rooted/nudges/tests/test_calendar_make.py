"""nudges:calendar-make, a private calendar."""

from django.urls import reverse

from rooted.nudges.models import Feed

URL = reverse("nudges:calendar-make", args=["docks"])
PAGE = reverse("nudges:nudges", args=["docks"])


def feed_of(member):
    return member.client.get(PAGE).context["feed"]


def test_the_member_alone_sees_its_address(ana, bo):
    ana.client.post(URL)
    assert feed_of(ana).startswith("http://testserver/calendar/")
    assert feed_of(bo) == ""


def test_a_new_address_ends_the_old_one(ana, stranger):
    ana.client.post(URL)
    old = feed_of(ana)
    ana.client.post(URL)
    new = feed_of(ana)
    assert [stranger.get(address.removeprefix("http://testserver")).status_code for address in (old, new)] == [404, 200]
    assert Feed.objects.count() == 1


def test_the_server_does_not_keep_the_address(ana):
    ana.client.post(URL)
    secret = feed_of(ana).rpartition("/")[2].removesuffix(".ics")
    row = Feed.objects.get()
    assert len(secret) == 43
    assert not any(secret.encode() in bytes(part) for part in (row.lookup, row.blob))


def test_looking_does_nothing(ana):
    ana.client.get(URL)
    assert not Feed.objects.exists()
