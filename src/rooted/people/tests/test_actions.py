import pytest
from django.core.exceptions import ValidationError

from rooted.base import seal
from rooted.people import actions
from rooted.people.models import Person
from rooted.people.tests.make import PASSPHRASE, person

pytestmark = pytest.mark.django_db


def test_the_passphrase_opens_the_keyring_and_another_one_does_not():
    made = person("wren")
    assert actions.sign_in(name=" WREN ", passphrase=PASSPHRASE).secret == made.secret
    assert actions.sign_in(name="wren", passphrase=PASSPHRASE + "s") is None
    assert actions.sign_in(name="robin", passphrase=PASSPHRASE) is None


def test_a_name_is_given_once():
    person("wren")
    with pytest.raises(ValidationError):
        person("Wren")


def test_the_row_holds_no_name():
    person("a-rare-name-here")
    columns = [
        value if isinstance(value, bytes) else str(value).encode() for value in Person.objects.values_list().get()
    ]
    assert b"rare" not in b"".join(columns)


def test_the_recovery_code_opens_however_it_was_typed_and_sets_a_new_passphrase():
    made = person("wren")
    code = " - ".join(actions.recovery_blocks(made)).upper()
    again = actions.recover(name="wren", code=code, passphrase="copper river nine apples")
    assert again.secret == made.secret
    assert actions.sign_in(name="wren", passphrase=PASSPHRASE) is None
    assert actions.sign_in(name="wren", passphrase="copper river nine apples").secret == made.secret


@pytest.mark.parametrize("code", ["", "aaaa", "a" * 32, "ä" * 32, "\x00" * 32])
def test_a_wrong_code_opens_nothing(code):
    person("wren")
    assert actions.recover(name="wren", code=code, passphrase=PASSPHRASE) is None


def test_two_different_blocks_are_asked_back_and_always_the_same():
    made = person("wren")
    first, second = actions.asked_blocks(made)
    assert 1 <= first < second <= 8
    assert actions.asked_blocks(made) == (first, second)


def test_two_phones_changing_the_keyring_at_once_lose_nothing():
    made = person("wren")
    other = actions.sign_in(name="wren", passphrase=PASSPHRASE)
    group = "0d9b9a52-3d8b-4a7e-9a43-0f3f0f1d2c11"
    made.add_seat(5, group, b"k" * 32)
    other.prefer(language="ar")
    fresh = actions.sign_in(name="wren", passphrase=PASSPHRASE)
    assert [key.seat for key in fresh.seats] == [5]
    assert fresh.preferences == {"language": "ar"}


def test_the_length_of_a_keyring_hardly_tells_how_many_groups_there_are():
    made = person("wren")
    empty = len(made.person.keyring)
    for seat in range(1, 5):
        made.add_seat(seat, "0d9b9a52-3d8b-4a7e-9a43-0f3f0f1d2c11", b"k" * 32)
    assert len(made.person.keyring) == empty


def test_a_keyring_moved_to_another_person_stays_closed():
    one, other = person("wren"), person("robin")
    one.person.keyring = other.person.keyring
    one.person.save()
    with pytest.raises(seal.Closed):
        actions.sign_in(name="wren", passphrase=PASSPHRASE)


def test_a_passphrase_opens_however_the_phone_composes_its_accents():
    actions.sign_up(name="wren", passphrase="caf\u00e9 noir sur la table")
    assert actions.sign_in(name="wren", passphrase="cafe\u0301 noir sur la table") is not None
