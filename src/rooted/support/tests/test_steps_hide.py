"""And takes it away again."""

from rooted.circles.models import SealedItem
from rooted.support.tests import make


def test_the_copy_is_erased(ana, cem):
    pairing = make.paired(cem, ana)
    cem.client.post(make.at("support:steps-show", cem, pairing.pk))
    cem.client.post(make.at("support:steps-hide", cem, pairing.pk))
    assert SealedItem.objects.filter(kind="support.steps").count() == 0
    html = ana.client.get(make.at("support:pairing-detail", ana, pairing.pk)).content.decode()
    assert "how far they were" not in html


def test_the_other_group_cannot_take_it_away(ana, cem):
    pairing = make.paired(cem, ana)
    cem.client.post(make.at("support:steps-show", cem, pairing.pk))
    ana.client.post(make.at("support:steps-hide", ana, pairing.pk))
    assert SealedItem.objects.filter(kind="support.steps").count() == 1
