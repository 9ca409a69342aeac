import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def test_anyone_reads_what_is_kept_and_what_is_not_promised(stranger):
    answer = stranger.get(reverse("home:privacy"))
    assert answer.status_code == 200
    assert "What we cannot promise" in answer.content.decode()
