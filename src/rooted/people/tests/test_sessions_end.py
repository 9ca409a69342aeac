import pytest

from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
URL = "/you/sessions/end/"  # people:sessions-end


def test_all_other_places_are_signed_out_and_nobody_else():
    person()
    person("robin")
    here, there, robin = signed_in(), signed_in(), signed_in("robin")
    here.post(URL)
    assert [client.get("/you/").status_code for client in (here, there, robin)] == [200, 403, 200]
