"""The code of the second device, after the passphrase."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from rooted.base import throttle
from rooted.people import actions, sessions
from rooted.people.models import Session
from rooted.people.tests.make import PASSPHRASE, figures, now_plus, person, signed_in, with_second

pytestmark = pytest.mark.django_db
URL = reverse("people:code")


@pytest.fixture
def secret():
    return with_second(person())


def at_the_code(**extra):
    """A browser whose person gave the passphrase and owes the code."""
    client = Client()
    response = client.post("/sign-in/", {"name": "wren", "passphrase": PASSPHRASE, **extra})
    assert response.status_code == 200
    return client, response.content.decode()


def test_signing_in_asks_for_it_and_opens_nothing_before(secret):
    client, page = at_the_code(next="/you/")
    assert ("The six figures" in page, 'value="/you/"' in page) == (True, True)
    answer = client.get("/you/")
    assert (answer.status_code, "Your passphrase is right." in answer.content.decode()) == (403, True)
    assert client.post(URL, {"code": figures(secret), "next": "/you/"}).url == "/you/"
    assert client.get("/you/").status_code == 200


def test_spaces_and_arabic_figures_are_the_same_code(secret):
    client, _page = at_the_code()
    said = figures(secret)[:3] + " " + figures(secret)[3:].translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    assert client.post(URL, {"code": said}).status_code == 302


def test_unlocking_asks_for_it_too(secret):
    client, _page = at_the_code()
    client.post(URL, {"code": figures(secret)})
    client.post("/lock/")
    page = client.post("/unlock/", {"passphrase": PASSPHRASE, "next": "/you/"}).content.decode()
    assert "The six figures" in page
    assert client.get("/you/").status_code == 403
    assert client.post(URL, {"code": figures(secret, seconds=30), "next": "/you/"}).url == "/you/"


def test_what_was_used_once_is_refused(secret):
    code = figures(secret)
    first, second = at_the_code()[0], at_the_code()[0]
    assert first.post(URL, {"code": code}).status_code == 302
    assert "or it was used already" in second.post(URL, {"code": code}).content.decode()
    assert second.get("/you/").status_code == 403


def test_everything_typed_stays_after_a_wrong_code(secret):
    client = Client()
    door = client.post("/you/preferences/", {"language": "ar", "time_zone": "Europe/Berlin"})
    kept = door.context["form"].initial["kept"]
    client.post("/sign-in/", {"name": "wren", "passphrase": PASSPHRASE, "next": "/you/preferences/", "kept": kept})
    page = client.post(URL, {"code": "000000", "next": "/you/preferences/", "kept": kept})
    assert json.loads(page.context["form"]["kept"].value()) == [["language", "ar"], ["time_zone", "Europe/Berlin"]]
    assert 'value="000000"' in page.content.decode()
    code = figures(secret)
    again = client.post(URL, {"code": code, "next": "/you/preferences/", "kept": kept}).content.decode()
    assert ('action="/you/preferences/"' in again, "Europe/Berlin" in again) == (True, True)


def test_guessing_is_slowed_down_and_ends_for_the_day(secret, monkeypatch):
    waited = []
    monkeypatch.setattr("time.sleep", waited.append)
    client, _page = at_the_code()
    for number in range(20):
        client.post(URL, {"code": f"{number:06}"})
    assert max(waited) == 8.0
    throttle.forget_everything()
    answer = client.post(URL, {"code": figures(secret)})
    assert "Too many wrong codes today." in answer.content.decode()
    assert client.get("/you/").status_code == 403


def test_a_code_counts_for_ten_minutes_after_the_passphrase(secret, monkeypatch):
    client, _page = at_the_code()
    session = client.session
    session["seen"] -= 16 * 60
    session.save()
    assert client.post(URL, {"code": figures(secret)}).status_code == 403
    assert client.get("/you/").status_code == 403


def test_without_the_half_in_the_browser_the_code_opens_nothing(secret):
    client, _page = at_the_code()
    del client.cookies[sessions.HALF_COOKIE]
    client.post(URL, {"code": figures(secret)})
    assert client.get("/you/").status_code == 403


def test_the_recovery_code_is_the_way_out_and_turns_it_off():
    keyring = person()
    with_second(keyring)
    new = "copper river nine apples"
    code = "".join(actions.recovery_blocks(keyring))
    client = Client()
    client.post("/recover/", {"name": "wren", "code": code, "passphrase": new, "passphrase_again": new})
    assert client.get("/you/").status_code == 200
    assert actions.sign_in(name="wren", passphrase=new).second is None


def test_whoever_owes_no_code_is_sent_on():
    person()
    client = signed_in()
    assert client.get(URL).url == "/home/"
    client.post("/lock/")
    assert client.get(URL).status_code == 403
    assert Client().get(URL).status_code == 403


def test_the_session_of_somebody_who_owes_the_code_counts_as_one_place(secret):
    at_the_code()
    assert (Session.objects.count(), now_plus(0).tzinfo is not None) == (1, True)
