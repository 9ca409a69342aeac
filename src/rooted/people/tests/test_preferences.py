import pytest

from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db
URL = "/you/preferences/"  # people:preferences


def test_language_and_hours_follow_the_person_to_another_phone():
    person()
    signed_in().post(URL, {"language": "ar", "time_zone": "Asia/Beirut"})
    page = signed_in().get("/you/").content.decode()
    assert 'lang="ar" dir="rtl"' in page
    assert '<option value="Asia/Beirut" selected>' in page


def test_an_unknown_zone_is_refused():
    person()
    assert signed_in().post(URL, {"language": "en", "time_zone": "Mars/Olympus"}).status_code == 200
