import pytest
from django.urls import reverse


@pytest.mark.django_db
def test_search_engines_are_asked_to_stay_away(stranger):
    assert stranger.get(reverse("base:robots")).content == b"User-agent: *\nDisallow: /\n"
