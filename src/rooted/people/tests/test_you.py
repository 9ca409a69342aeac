import pytest

from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
URL = "/you/"  # people:you


def test_it_says_that_the_recovery_code_is_not_written_down_yet():
    person()
    assert "not written down yet" in signed_in().get(URL).content.decode()


def test_it_counts_where_else_one_is_signed_in():
    person()
    client = signed_in()
    assert "Only here." in client.get(URL).content.decode()
    signed_in()
    assert "Here and in one other place." in client.get(URL).content.decode()
