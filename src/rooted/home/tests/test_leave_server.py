import pytest

from conftest import PASSPHRASE
from rooted.groups.models import Group, Seat
from rooted.people.models import Person, Session

pytestmark = pytest.mark.django_db
URL = "/you/leave/"  # home:leave-server


def test_the_account_its_sessions_and_its_seats_are_gone_and_the_group_goes_on(ana, bo):
    response = ana.client.post(URL, {"passphrase": PASSPHRASE})
    assert (response.status_code, response.url) == (302, "/")
    assert not Person.objects.filter(pk=ana.person.pk).exists()
    assert not Session.objects.filter(person_id=ana.person.pk).exists()
    assert Seat.objects.taken().filter(group=bo.group).count() == 1
    assert bo.client.get(f"/g/{bo.group.address}/board/").status_code == 200


def test_the_last_one_of_a_group_closes_it(cem):
    cem.client.post(URL, {"passphrase": PASSPHRASE})
    assert Group.objects.get(pk=cem.group.pk).closed_on is not None


def test_another_passphrase_erases_nothing(ana):
    ana.client.post(URL, {"passphrase": "not the right one"})
    assert Person.objects.filter(pk=ana.person.pk).exists()


def test_the_page_says_what_cannot_be_undone(ana):
    assert "This cannot be undone." in ana.client.get(URL).content.decode()
