"""intake:interpreter-withdraw, ending a link."""

from django.urls import reverse
from django.utils import timezone

from rooted.intake import interpreting
from rooted.intake.models import InterpreterLink
from rooted.intake.tests import make


def link(member):
    thread = make.thread(member.group)
    return interpreting.make_link(thread, seat=member.seat, spoken="a b c d", now=timezone.now())


def test_any_member_ends_it_and_twice_does_no_harm(ana, bo, stranger):
    made = link(ana)
    url = reverse("intake:interpreter-withdraw", args=["docks", made.pk])
    assert [bo.client.post(url).status_code for _ in range(2)] == [302, 302]
    assert stranger.get(reverse("intake:interpret", args=[made.pk])).status_code == 404


def test_nobody_else_can(ana, cem, stranger):
    made = link(ana)
    url = reverse("intake:interpreter-withdraw", args=["docks", made.pk])
    assert (cem.client.post(url).status_code, stranger.post(url).status_code) == (404, 403)
    own = reverse("intake:interpreter-withdraw", args=["depot", made.pk])
    assert cem.client.post(own).status_code == 302
    assert InterpreterLink.objects.count() == 1
