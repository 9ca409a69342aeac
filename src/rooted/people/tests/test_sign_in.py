import json

import pytest
from django.test import Client

from rooted.people import sessions
from rooted.people.tests.make import PASSPHRASE, person, signed_in

pytestmark = pytest.mark.django_db
URL = "/sign-in/"  # people:sign-in


def test_signing_in_leads_to_the_page_that_was_asked_for(client):
    person()
    response = client.post(URL, {"name": "wren", "passphrase": PASSPHRASE, "next": "/you/"})
    assert (response.status_code, response.url) == (302, "/you/")


def test_no_other_site_can_be_the_page_that_was_asked_for(client):
    person()
    response = client.post(URL, {"name": "wren", "passphrase": PASSPHRASE, "next": "https://elsewhere.example/"})
    assert response.url == "/"


def test_a_wrong_passphrase_keeps_the_name_and_says_what_to_do(client):
    person()
    page = client.post(URL, {"name": "wren", "passphrase": "not the right one"}).content.decode()
    assert 'value="wren"' in page
    assert "Check both" in page
    assert "not the right one" not in page


def test_an_unknown_name_gets_the_same_answer(client):
    person()
    answers = [
        client.post(URL, {"name": name, "passphrase": "not the right one"}).content.decode().replace(name, "")
        for name in ("wren", "lark")
    ]
    assert strip_token(answers[0]) == strip_token(answers[1])


def test_what_a_stranger_typed_on_a_members_page_comes_back_after_signing_in(client):
    person()
    page = client.post("/you/preferences/", {"language": "ar", "time_zone": "Europe/Berlin"})
    kept = page.context["form"].initial["kept"]
    assert json.loads(kept) == [["language", "ar"], ["time_zone", "Europe/Berlin"]]
    again = client.post(
        URL, {"name": "wren", "passphrase": PASSPHRASE, "next": "/you/preferences/", "kept": kept}
    ).content.decode()
    assert 'action="/you/preferences/"' in again
    assert "Europe/Berlin" in again


def test_both_cookies_are_out_of_reach_of_scripts_and_other_sites():
    person()
    client = signed_in()
    for name in ("__Host-s", sessions.HALF_COOKIE):
        cookie = client.cookies[name]
        assert (cookie["secure"], cookie["httponly"], cookie["samesite"], cookie["domain"]) == (True, True, "Lax", "")
        assert cookie["max-age"] == ""


def test_the_half_in_the_browser_stands_nowhere_on_the_server():
    person()
    client = signed_in()
    assert client.cookies[sessions.HALF_COOKIE].value not in str(dict(client.session.items()))


def test_a_session_fixed_by_somebody_else_is_not_used(client):
    person()
    other = Client()
    other.get(URL)
    response = other.post(URL, {"name": "wren", "passphrase": PASSPHRASE})
    assert response.status_code == 302


def strip_token(page):
    return "\n".join(line for line in page.splitlines() if "csrfmiddlewaretoken" not in line)
