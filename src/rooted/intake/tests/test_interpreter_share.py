"""intake:interpreter-share, letting interpreters read what was said since."""

from django.urls import reverse
from django.utils import timezone

from rooted.intake import interpreting
from rooted.intake.models import Thread
from rooted.intake.tests import make

WORDS = "apple harbour lantern ninety"


def test_what_came_later_is_read_only_once_a_member_shared_it(ana, bo, stranger):
    receipt = make.drop(stranger, ana.group).receipt
    thread = Thread.objects.get()
    made = interpreting.make_link(thread, seat=ana.seat, spoken=WORDS, now=timezone.now())
    make.write_more(stranger, receipt, "And they cut the water")
    url = reverse("intake:interpret", args=[made.pk])
    before = stranger.post(url, {"words": WORDS}).content.decode()
    shared = bo.client.post(reverse("intake:interpreter-share", args=["docks", thread.pk]))
    after = stranger.post(url, {"words": WORDS}).content.decode()
    assert (shared.status_code, "water" in before, "water" in after) == (302, False, True)


def test_nobody_else_can_and_opening_the_address_shares_nothing(ana, cem, stranger):
    url = reverse("intake:interpreter-share", args=["docks", make.thread(ana.group).pk])
    statuses = [cem.client.post(url).status_code, stranger.post(url).status_code, ana.client.get(url).status_code]
    assert statuses == [404, 403, 405]
