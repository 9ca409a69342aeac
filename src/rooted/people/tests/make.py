"""Plain makers for tests of people."""

from datetime import UTC, datetime, timedelta

import pyotp
from django.test import Client

from rooted.people import actions, second
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


def now_plus(seconds: int) -> datetime:
    return datetime.now(UTC) + timedelta(seconds=seconds)


def figures(secret: str, *, seconds: int = 0) -> str:
    """What the app shows, so many seconds from now."""
    return pyotp.TOTP(secret).at(now_plus(seconds))


def with_second(keyring: Keyring) -> str:
    """Give this person a second device; the code that turned it on is of two steps ago. Returns its secret."""
    secret = second.new_secret()
    assert second.turn_on(keyring, secret=secret, code=figures(secret, seconds=-60), now=now_plus(-60))
    return secret
