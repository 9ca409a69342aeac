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


def test_it_says_of_each_other_place_when_it_began_and_whether_it_is_open():
    person()
    client = signed_in()
    signed_in()
    signed_in().post("/lock/")
    page = client.get(URL).content.decode()
    assert (page.count("<h3>Open</h3>"), page.count("<h3>Locked</h3>")) == (1, 1)
    assert page.count("Sign out there") == 2


@pytest.mark.parametrize("number", [3, 50])
def test_it_asks_the_database_the_same_for_every_number_of_places(number, django_assert_num_queries):
    person()
    for _place in range(number):
        signed_in()
    client = signed_in()
    with django_assert_num_queries(2):
        assert client.get(URL).content.decode().count("Sign out there") == number
