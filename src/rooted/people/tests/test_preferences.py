from unittest.mock import patch

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import timezone

from rooted.people import actions, sessions
from rooted.people.middleware import PersonMiddleware
from rooted.people.tests.make import PASSPHRASE, person, signed_in

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


def test_clocks_show_the_time_where_the_person_is():
    person()
    client = signed_in()
    client.post(URL, {"language": "en", "time_zone": "Asia/Beirut"})
    shown = []
    middleware = PersonMiddleware(lambda request: shown.append(timezone.get_current_timezone_name()) or HttpResponse())
    keyring = actions.sign_in(name="wren", passphrase=PASSPHRASE)
    with patch.object(sessions, "wake", return_value=(keyring.person, keyring)):
        middleware(RequestFactory().get("/"))
    assert (shown, timezone.get_current_timezone_name()) == (["Asia/Beirut"], "UTC")
