"""Signing out in one other place."""

import pytest
from django.urls import reverse

from rooted.people.models import Session
from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db


def pk_of(client):
    return Session.objects.get(session_key=client.session.session_key).pk


def end(client, pk):
    return client.post(reverse("people:session-end", args=[pk]))


def test_one_place_ends_and_the_others_go_on():
    person()
    here, there, elsewhere = signed_in(), signed_in(), signed_in()
    assert end(here, pk_of(there)).url == reverse("people:you")
    assert [client.get("/you/").status_code for client in (here, there, elsewhere)] == [200, 403, 200]


def test_nobody_ends_a_session_of_somebody_else_or_the_one_they_are_in():
    person()
    person("robin")
    here, robin = signed_in(), signed_in("robin")
    assert end(here, pk_of(robin)).status_code == 302
    assert end(here, pk_of(here)).status_code == 302
    assert [client.get("/you/").status_code for client in (here, robin)] == [200, 200]
