"""Plain makers for tests of people."""

from django.test import Client

from rooted.people import actions
from rooted.people.keyring import Keyring

PASSPHRASE = "lantern gravel otter seven window"


def person(name: str = "wren", passphrase: str = PASSPHRASE) -> Keyring:
    return actions.sign_up(name=name, passphrase=passphrase)


def signed_in(name: str = "wren", passphrase: str = PASSPHRASE, **extra) -> Client:
    """A browser in which this person is signed in and unlocked, through the real page."""
    client = Client()
    response = client.post("/sign-in/", {"name": name, "passphrase": passphrase, **extra})
    assert response.status_code == 302, response.content.decode()
    return client
