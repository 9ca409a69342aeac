"""Turning the second device off."""

import pytest
from django.test import Client
from django.urls import reverse

from rooted.people import actions
from rooted.people.tests.make import PASSPHRASE, figures, person, signed_in, with_second

pytestmark = pytest.mark.django_db
URL = reverse("people:code-off")


def test_with_the_passphrase_it_is_off():
    keyring = person()
    client = signed_in()
    secret = with_second(keyring)
    client.post(URL, {"passphrase": "not the right one"})
    assert actions.sign_in(name="wren", passphrase=PASSPHRASE).second["secret"] == secret
    assert client.post(URL, {"passphrase": PASSPHRASE}).url == reverse("people:you")
    assert signed_in().get("/you/").status_code == 200


def test_whoever_owes_the_code_cannot():
    secret = with_second(person())
    client = Client()
    client.post("/sign-in/", {"name": "wren", "passphrase": PASSPHRASE})
    assert client.post(URL, {"passphrase": PASSPHRASE}).status_code == 403
    client.post(reverse("people:code"), {"code": figures(secret)})
    assert client.get(URL).status_code == 200
