import pytest

from rooted.people import actions
from rooted.people.tests.make import PASSPHRASE, person, signed_in

pytestmark = pytest.mark.django_db
URL = "/you/recovery/check/"  # people:recovery-check


def test_two_blocks_given_back_mark_the_code_as_kept():
    keyring = person()
    blocks = actions.recovery_blocks(keyring)
    data = {f"block_{number}": blocks[number - 1].upper() for number in actions.asked_blocks(keyring)}
    assert signed_in().post(URL, data).status_code == 302
    assert actions.sign_in(name="wren", passphrase=PASSPHRASE).recovery_kept is True


def test_a_wrong_block_is_named_and_nothing_is_marked():
    keyring = person()
    first, second = actions.asked_blocks(keyring)
    right = actions.recovery_blocks(keyring)[first - 1]
    page = signed_in().post(URL, {f"block_{first}": right, f"block_{second}": "zzzz"}).content.decode()
    assert f"This is not block {second}." in page
    assert f"This is not block {first}." not in page
    assert actions.sign_in(name="wren", passphrase=PASSPHRASE).recovery_kept is False


def test_the_code_itself_is_not_shown_where_it_is_asked():
    keyring = person()
    page = signed_in().get(URL).content.decode()
    assert [block for block in actions.recovery_blocks(keyring) if f">{block}<" in page] == []
