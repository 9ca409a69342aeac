import pytest

from rooted.people.models import Session
from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
URL = "/sign-out/"  # people:sign-out


def test_signing_out_really_ends_the_session():
    person()
    client = signed_in()
    cookies = {name: morsel.value for name, morsel in client.cookies.items()}
    client.post(URL)
    for name, value in cookies.items():
        client.cookies[name] = value
    assert client.get("/you/").status_code == 403
    assert Session.objects.count() == 0
