"""Any member refuses a newcomer."""

from rooted.circles.models import Holder
from rooted.groups.models import Newcomer
from rooted.groups.tests.make import at, waiting


def test_one_who_vouched_or_another_ends_it_and_twice_does_no_harm(ana, bo):
    kim, newcomer = waiting(ana)
    for who in (ana, bo):
        assert who.client.post(at("groups:newcomer-refuse", who, newcomer.pk)).url == at("groups:seat-list", who)
    assert (Newcomer.objects.count(), Holder.objects.count()) == (0, 2)
    assert kim.client.get(at("groups:waiting", kim)).status_code == 404


def test_nobody_of_another_group_does(ana, bo, cem):
    _kim, newcomer = waiting(ana)
    assert cem.client.post(at("groups:newcomer-refuse", ana, newcomer.pk)).status_code == 404
    assert cem.client.post(at("groups:newcomer-refuse", cem, newcomer.pk)).status_code == 302
    assert Newcomer.objects.count() == 1
