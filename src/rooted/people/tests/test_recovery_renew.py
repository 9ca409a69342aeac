"""A new recovery code in the place of the old one."""

import pytest
from django.test import Client
from django.urls import reverse

from rooted.people import actions
from rooted.people.tests.make import PASSPHRASE, person, signed_in

pytestmark = pytest.mark.django_db
URL = reverse("people:recovery-renew")
NEW = "copper river nine apples"


def recover(code):
    data = {"name": "wren", "code": code, "passphrase": NEW, "passphrase_again": NEW}
    return Client().post("/recover/", data).status_code


def code_now():
    return "".join(actions.recovery_blocks(actions.sign_in(name="wren", passphrase=PASSPHRASE)))


def test_the_old_code_opens_nothing_and_the_new_one_everything():
    keyring = person()
    keyring.keep_recovery()
    old = code_now()
    client = signed_in()
    assert client.post(URL, {"passphrase": PASSPHRASE}).url == reverse("people:recovery")
    new = code_now()
    assert (new != old, actions.sign_in(name="wren", passphrase=PASSPHRASE).recovery_kept) == (True, False)
    assert (recover(old), recover(new)) == (200, 302)


def test_it_needs_the_passphrase_and_a_look_changes_nothing():
    person()
    old = code_now()
    client = signed_in()
    client.get(URL)
    client.post(URL, {"passphrase": "not the right one"})
    assert code_now() == old


def test_other_blocks_are_asked_of_another_code():
    keyring = person()
    asked = set()
    for _time in range(8):
        actions.renew_recovery(keyring)
        asked.add(actions.asked_blocks(keyring))
    assert len(asked) > 1
