import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_the_way_out_looks_like_anybody_s_page(stranger):
    answer = stranger.get(reverse("base:leave"))
    text = answer.content.decode()
    assert "<title>Weather</title>" in text
    assert "rooted" not in text.lower()
    assert "href" not in text


def test_the_way_out_sets_no_cookie(stranger):
    assert stranger.get(reverse("base:leave")).cookies == {}
