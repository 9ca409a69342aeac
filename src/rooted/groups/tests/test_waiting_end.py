"""The newcomer no longer wants to come in."""

from rooted.circles.models import Holder, SealedItem
from rooted.groups.models import Newcomer
from rooted.groups.sealed import NEWCOMER, VOUCHER
from rooted.groups.tests.make import at, waiting
from rooted.people.keyring import Keyring
from rooted.people.models import Person


def test_everything_of_it_is_erased(ana, bo):
    kim, _newcomer = waiting(ana)
    assert kim.client.post(at("groups:waiting-end", kim)).url == "/"
    assert (Newcomer.objects.count(), Holder.objects.count()) == (0, 2)
    assert SealedItem.objects.filter(kind__in=[NEWCOMER.name, VOUCHER.name]).count() == 0
    assert Keyring(Person.objects.get(pk=kim.person.pk), kim.keyring.secret).seats == []
    assert kim.client.post(at("groups:waiting-end", kim)).status_code == 404


def test_nobody_else_ends_it_here(ana, bo, cem):
    waiting(ana)
    assert [who.client.post(at("groups:waiting-end", ana)).status_code for who in (ana, bo, cem)] == [404, 404, 404]
    assert Newcomer.objects.count() == 1
