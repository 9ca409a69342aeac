import pytest

from rooted.people import actions
from rooted.people.models import Session
from rooted.people.tests.make import PASSPHRASE, person, signed_in

pytestmark = pytest.mark.django_db
URL = "/you/passphrase/"  # people:passphrase-change
NEW = "copper river nine apples"


def change(client, **changed):
    return client.post(URL, {"old": PASSPHRASE, "passphrase": NEW, "passphrase_again": NEW, **changed})


def test_from_now_on_only_the_new_one_opens_and_other_sessions_are_over():
    person()
    other, client = signed_in(), signed_in()
    assert change(client).status_code == 302
    assert actions.sign_in(name="wren", passphrase=PASSPHRASE) is None
    assert actions.sign_in(name="wren", passphrase=NEW) is not None
    assert (client.get("/you/").status_code, other.get("/you/").status_code) == (200, 403)
    assert Session.objects.count() == 1


def test_the_recovery_code_stays_good():
    blocks = actions.recovery_blocks(person())
    change(signed_in())
    assert actions.recover(name="wren", code=" ".join(blocks), passphrase=NEW) is not None


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"old": "not the right one"}, "This is not your passphrase."),
        ({"passphrase": "short", "passphrase_again": "short"}, "Make it longer"),
        ({"passphrase_again": "something else here"}, "This is not the same."),
        ({"passphrase": "password1234!", "passphrase_again": "password1234!"}, "easy to guess"),
        ({"passphrase": "abcabcabcabcabc", "passphrase_again": "abcabcabcabcabc"}, "easy to guess"),
        ({"passphrase": "123456789012", "passphrase_again": "123456789012"}, "easy to guess"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(changed, words):
    person()
    assert words in change(signed_in(), **changed).content.decode()
    assert actions.sign_in(name="wren", passphrase=PASSPHRASE) is not None
