"""What was typed comes back, and nothing of somebody else's site does."""

import pytest
from django.test import Client

from rooted.base import again


@pytest.mark.parametrize(
    "text",
    ["", "no json", "{}", "NaN", "1", '[["a"]]', '[["a", 1]]', '[[["a"], "b"]]', '[["a", "\\ud800"]]', "[" * 100_000],
    ids=lambda text: text[:20],
)
def test_what_is_no_list_of_pairs_gives_nothing(text):
    assert again.unpack(text) == []


def test_passphrases_are_not_carried_even_if_somebody_packs_one():
    assert again.unpack('[["passphrase", "a b"], ["old", "a b"], ["text", "a b"]]') == [["text", "a b"]]


def refused(settings, **headers):
    """Whether a form without its token is sent away, and not handed back to be sent once more."""
    settings.ADDRESS = "https://rooted.example"
    settings.ALLOWED_HOSTS = ["rooted.example"]
    client = Client(enforce_csrf_checks=True, SERVER_NAME="rooted.example")
    page = client.post("/sign-in/", {"text": "What I wrote"}, secure=True, **headers).content
    assert (b"What I wrote" in page) == (b"Nothing is lost" in page)
    return b"What I wrote" not in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    "origin",
    [
        *("null", "https://elsewhere.example", "http://rooted.example", "https://rooted.example:8443"),
        *("https://rooted.example.elsewhere.example", "https://elsewhere.example/https://rooted.example"),
    ],
)
def test_a_form_from_another_site_is_refused(settings, origin):
    assert refused(settings, HTTP_ORIGIN=origin)
    assert refused(settings, HTTP_REFERER=origin)


@pytest.mark.django_db
def test_our_own_form_comes_back(settings):
    assert not refused(settings, HTTP_ORIGIN="https://rooted.example")
    assert not refused(settings, HTTP_REFERER="https://rooted.example/sign-in/")
