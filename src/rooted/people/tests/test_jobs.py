from datetime import timedelta

import pytest
from django.utils import timezone

from rooted.people.jobs import forget_idle_sessions
from rooted.people.tests.make import person, signed_in

pytestmark = pytest.mark.django_db


def test_an_hour_later_the_key_is_gone_from_the_row():
    person()
    client = signed_in()
    forget_idle_sessions(timezone.now())
    assert "k" in client.session
    forget_idle_sessions(timezone.now() + timedelta(hours=1))
    assert "k" not in client.session
