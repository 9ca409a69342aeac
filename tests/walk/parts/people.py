"""What the walks need of people beyond the beginning: a second device, a new recovery code, places signed in."""

import pyotp
from django.utils import timezone

from conftest import PASSPHRASE, browser_of
from rooted.people.models import Session
from tests.faults.typed import TypedForm, typed

SECRET = pyotp.random_base32()


def make_objects(world):
    for name, role in (("session", "member"), ("foreign session", "other")):
        client = browser_of(world.people[role].keyring)
        world.objects[name] = Session.objects.get(session_key=client.session.session_key)


def _from_the_app(_world):
    return {"secret": SECRET, "code": pyotp.TOTP(SECRET).at(timezone.now()), "passphrase": PASSPHRASE}


OBJECTS = {"people": "session"}
FORMS = [
    TypedForm("people:code-on", "member", _from_the_app, {"code": "000000"}, slow=True, stores=("people_person",)),
    TypedForm(
        "people:code-off", "member", typed(passphrase=PASSPHRASE), {"passphrase": "another passphrase"}, slow=True,
        stores=("people_person",),
    ),
    TypedForm(
        "people:recovery-renew", "member", typed(passphrase=PASSPHRASE), {"passphrase": "another passphrase"},
        slow=True, stores=("people_person",),
    ),
]  # fmt: skip
BUTTONS = {"people:session-end"}
READ_ONLY = {"people:code"}  # for whoever owes a code; people/tests/test_code.py types there
