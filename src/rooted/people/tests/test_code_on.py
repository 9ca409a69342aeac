"""Adding a second device."""

import re

import pytest
from django.urls import reverse

from rooted.people import actions
from rooted.people.tests.make import PASSPHRASE, figures, person, signed_in

pytestmark = pytest.mark.django_db
URL = reverse("people:code-on")


def shown(client):
    return re.search(r'name="secret" value="([A-Z2-7]{32})"', client.get(URL).content.decode())[1]


def second_now():
    return actions.sign_in(name="wren", passphrase=PASSPHRASE).second


def test_the_page_shows_picture_and_text_and_keeps_nothing_yet():
    person()
    client = signed_in()
    page = client.get(URL).content.decode()
    secret = re.search(r'name="secret" value="([A-Z2-7]{32})"', page)[1]
    assert ("<svg" in page, " ".join(re.findall("....", secret)) in page, second_now()) == (True, True, None)
    assert shown(client) != secret


def test_one_code_back_turns_it_on():
    person()
    client = signed_in()
    secret = shown(client)
    data = {"secret": secret, "code": figures(secret), "passphrase": PASSPHRASE}
    assert client.post(URL, data).url == reverse("people:you")
    assert second_now()["secret"] == secret
    assert "a code from your second device is asked" in client.get("/you/").content.decode()


def test_a_wrong_code_leaves_it_off_and_the_same_secret_in_the_page():
    person()
    client = signed_in()
    secret = shown(client)
    page = client.post(URL, {"secret": secret, "code": "12 34 56", "passphrase": PASSPHRASE}).content.decode()
    assert (f'value="{secret}"' in page, 'value="12 34 56"' in page, second_now()) == (True, True, None)
    assert PASSPHRASE not in page


def test_it_needs_the_passphrase():
    person()
    client = signed_in()
    secret = shown(client)
    client.post(URL, {"secret": secret, "code": figures(secret), "passphrase": "not the right one"})
    assert second_now() is None


@pytest.mark.parametrize("secret", ["", "x" * 32, "A" * 31, "A" * 33, "0" * 32])
def test_what_is_no_secret_is_refused(secret):
    person()
    client = signed_in()
    answer = client.post(URL, {"secret": secret, "code": "123456", "passphrase": PASSPHRASE})
    assert (answer.status_code, second_now()) == (200, None)
