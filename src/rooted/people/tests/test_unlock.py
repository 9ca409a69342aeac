import pytest

from rooted.people.tests.make import PASSPHRASE, person, signed_in

pytestmark = pytest.mark.django_db
URL = "/unlock/"  # people:unlock


def locked():
    person()
    client = signed_in()
    client.post("/lock/")
    return client


def test_the_passphrase_opens_what_was_locked():
    client = locked()
    assert client.post(URL, {"passphrase": PASSPHRASE, "next": "/you/"}).url == "/you/"
    assert client.get("/you/").status_code == 200


def test_another_passphrase_does_not():
    client = locked()
    assert client.post(URL, {"passphrase": "not the right one"}).status_code == 200
    assert client.get("/you/").status_code == 403


def test_what_was_typed_while_locked_is_sent_after_unlocking():
    client = locked()
    page = client.post("/you/preferences/", {"language": "en", "time_zone": "Europe/Warsaw and more"})
    assert page.status_code == 403
    data = {"passphrase": PASSPHRASE, **page.context["form"].initial}
    assert "Europe/Warsaw and more" in client.post(URL, data).content.decode()


def test_unlocking_does_not_lengthen_the_twelve_hours():
    client = locked()
    until = client.session["until"]
    client.post(URL, {"passphrase": PASSPHRASE})
    assert client.session["until"] == until
