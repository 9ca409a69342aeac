"""intake:quick-erase."""

from django.urls import reverse

from rooted.circles.models import SealedItem
from rooted.intake.models import QuickAnswer
from rooted.intake.tests import make


def test_it_is_gone_with_its_sealed_content(ana):
    pk = make.quick(ana).pk
    before = SealedItem.objects.count()
    assert ana.client.post(reverse("intake:quick-erase", args=["docks", pk])).status_code == 302
    assert (QuickAnswer.objects.count(), SealedItem.objects.count()) == (0, before - 1)


def test_opening_the_address_erases_nothing_and_nobody_else_can(ana, cem, stranger):
    pk = make.quick(ana).pk
    url, own = (reverse("intake:quick-erase", args=[group, pk]) for group in ("docks", "depot"))
    answers = [ana.client.get(url), cem.client.post(url), cem.client.post(own), stranger.post(url)]
    assert [answer.status_code for answer in answers] == [405, 404, 404, 403]
    assert QuickAnswer.objects.count() == 1
