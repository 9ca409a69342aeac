import pytest
from django.contrib.sessions.backends.base import UpdateError

from rooted.people.models import Session
from rooted.people.sessions import SessionStore
from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
URL = "/lock/"  # people:lock


def test_locking_takes_the_key_from_the_session_and_the_half_from_the_browser():
    person()
    client = signed_in()
    response = client.post(URL)
    assert "k" not in client.session
    assert client.cookies["__Host-k"].value == ""
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'


def test_only_a_post_locks():
    person()
    client = signed_in()
    assert client.get(URL).status_code == 405
    assert client.get("/you/").status_code == 200


def test_a_page_that_was_loading_meanwhile_does_not_bring_the_key_back():
    person()
    client = signed_in()
    loading = client.session
    assert "k" in loading
    client.post("/lock/")
    with pytest.raises(UpdateError):
        loading.save()
    assert [row for row in Session.objects.all() if "k" in SessionStore().decode(row.session_data)] == []
