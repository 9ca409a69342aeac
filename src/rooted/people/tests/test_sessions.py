import secrets
import time

import pytest
from django.test import Client

from rooted.people import sessions
from rooted.people.models import Session
from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db


def state(client):
    """What this browser is to the server, told by its own page."""
    response = client.get("/you/")
    if response.status_code == 200:
        return "open"
    return "locked" if b"/unlock/" in response.content else "stranger"


def test_both_halves_together_open():
    person("wren")
    assert state(signed_in()) == "open"


def test_the_row_alone_opens_nothing():
    person("wren")
    client = signed_in()
    del client.cookies["__Host-k"]
    assert state(client) == "stranger"


def test_the_cookie_alone_opens_nothing():
    person("wren")
    client = signed_in()
    Session.objects.all().delete()
    assert state(client) == "stranger"


def test_swapped_halves_open_nothing():
    person("wren")
    person("robin")
    one, other = signed_in("wren"), signed_in("robin")
    one.cookies["__Host-k"] = other.cookies["__Host-k"].value
    assert state(one) == "stranger"


@pytest.mark.long
def test_500_random_halves_open_nothing():
    person("wren")
    client = signed_in()
    for _ in range(500):
        client.cookies["__Host-k"] = secrets.token_urlsafe(32)
        assert state(client) == "stranger"


def test_a_cookie_from_before_locking_opens_nothing_afterwards():
    person("wren")
    client = signed_in()
    half = client.cookies["__Host-k"].value
    client.post("/lock/")
    client.cookies["__Host-k"] = half
    assert state(client) == "locked"


def test_nobody_stays_unlocked_after_half_an_hour_without_use():
    person("wren")
    client = signed_in()
    idle_since(client, sessions.IDLE + 2 * sessions.STEP)
    assert state(client) == "locked"


def test_who_chose_to_stay_open_is_still_open_after_an_hour():
    person("wren")
    client = signed_in(stay="on")
    idle_since(client, 60 * 60)
    assert state(client) == "open"


def test_every_session_ends_after_twelve_hours():
    person("wren")
    client = signed_in(stay="on")
    session = client.session
    session["until"] = int(time.time()) - 1
    session.save()
    assert state(client) == "stranger"


def test_idle_sessions_lose_their_key_without_a_request():
    person("wren")
    client = signed_in()
    idle_since(client, sessions.IDLE + 2 * sessions.STEP)
    assert sessions.forget_idle() == 1
    assert "k" not in client.session
    assert state(client) == "locked"


def test_no_time_finer_than_an_hour_is_kept_of_a_session():
    person("wren")
    signed_in()
    ends = Session.objects.get().expire_date
    assert (ends.minute, ends.second, ends.microsecond) == (0, 0, 0)


def test_the_second_of_a_change_stands_nowhere_in_the_row():
    """Django's own store signs it in; our rows say the same whenever they are written."""
    content = {"person": 1, "seen": 1_700_000_100}
    assert sessions.SessionStore().encode(content).count(":") == 1
    assert sessions.SessionStore().decode(sessions.SessionStore().encode(content)) == content
    assert sessions.SessionStore().decode("changed:signature") == {}


def test_signing_in_changes_the_session_and_a_fixed_one_is_worth_nothing():
    person("wren")
    client = Client()
    client.post("/sign-in/", {"name": "wren", "passphrase": "wrong wrong wrong"})
    before = client.cookies.get("__Host-s")
    opened = signed_in()
    assert before is None or before.value != opened.cookies["__Host-s"].value


def idle_since(client, seconds):
    session = client.session
    session["seen"] = int(time.time() - seconds)
    session.save()
