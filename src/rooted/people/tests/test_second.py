"""What is kept of a second device, and where."""

from datetime import UTC, datetime, timedelta

import pyotp
import pytest

from rooted.people import actions, second
from rooted.people.models import Person, Session
from rooted.people.tests.make import PASSPHRASE, figures, now_plus, person, with_second

pytestmark = pytest.mark.django_db


def test_the_secret_stands_in_no_row_in_clear():
    secret = with_second(person())
    rows = [*Person.objects.values_list(), *Session.objects.values_list()]
    columns = [bytes(value) for row in rows for value in row if isinstance(value, bytes | memoryview)]
    assert [secret.encode() in value for value in columns] == [False] * len(columns)


def test_a_person_with_one_looks_like_a_person_without():
    one, other = person("wren"), person("robin")
    with_second(one)
    sizes = {len(bytes(Person.objects.get(pk=keyring.person.pk).keyring)) for keyring in (one, other)}
    assert len(sizes) == 1


def test_of_two_at_once_with_one_code_one_gets_in():
    secret = with_second(person())
    first, late = (actions.sign_in(name="wren", passphrase=PASSPHRASE) for _time in range(2))
    code = figures(secret)
    assert [second.use(keyring, code, now=now_plus(0)) is not None for keyring in (first, late)] == [True, False]


def test_a_right_code_forgets_the_wrong_ones():
    secret = with_second(person())
    keyring = actions.sign_in(name="wren", passphrase=PASSPHRASE)
    assert second.use(keyring, "000000", now=now_plus(0)) is None
    assert keyring.second["wrong"] == 1
    assert second.use(keyring, figures(secret), now=now_plus(0)) is not None
    assert keyring.second["wrong"] == 0


def test_wrong_codes_count_for_one_day():
    keyring = person()
    secret = with_second(keyring)
    for _time in range(second.MOST_WRONG):
        second.use(keyring, "000000", now=now_plus(0))
    assert second.use(keyring, figures(secret), now=now_plus(0)) is None
    day = 24 * 3600
    assert second.use(keyring, figures(secret, seconds=day), now=now_plus(day)) is not None


def test_it_makes_the_codes_of_the_standard():
    """RFC 6238, appendix B: the last six figures for the 20-byte secret at 59 seconds."""
    at = datetime.fromtimestamp(59, UTC)
    assert second.step_of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "287082", now=at) == 1


@pytest.mark.parametrize(("seconds", "taken"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_the_clock_may_be_one_step_off_and_no_more(seconds, taken):
    now, secret = datetime(2031, 5, 6, 7, 8, 15, tzinfo=UTC), second.new_secret()
    code = pyotp.TOTP(secret).at(now + timedelta(seconds=seconds))
    assert (second.step_of(secret, code, now=now) is not None) == taken
