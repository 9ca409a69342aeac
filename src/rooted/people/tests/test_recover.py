import pytest

from rooted.people import actions
from rooted.people.models import Session
from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
URL = "/recover/"  # people:recover
NEW = "copper river nine apples"


def test_the_code_and_a_new_passphrase_open_everything_and_end_other_sessions(client):
    code = "".join(actions.recovery_blocks(person()))
    signed_in()
    data = {"name": "wren", "code": code, "passphrase": NEW, "passphrase_again": NEW}
    assert client.post(URL, data).status_code == 302
    assert client.get("/you/").status_code == 200
    assert Session.objects.count() == 1


def test_a_wrong_code_gives_everything_back_but_the_passphrase(client):
    person()
    data = {"name": "wren", "code": "abcd efgh", "passphrase": NEW, "passphrase_again": NEW}
    page = client.post(URL, data).content.decode()
    assert 'value="abcd efgh"' in page
    assert NEW not in page


def test_somebody_elses_name_is_not_refused_as_taken(client):
    person()
    data = {"name": "wren", "code": "x", "passphrase": NEW, "passphrase_again": NEW}
    assert "has this name" not in client.post(URL, data).content.decode()
