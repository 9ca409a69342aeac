import pytest
from django.test import Client
from django.urls import reverse

pytestmark = pytest.mark.django_db
COOKIE = "__Host-l"
PATH = reverse("base:language-set")


def test_a_language_is_kept_and_the_reader_goes_back_to_the_page(stranger):
    answer = stranger.post(PATH, {"language": "ar", "next": "/source/?a=b"})
    assert (answer.status_code, answer["Location"]) == (302, "/source/?a=b")
    assert '<html lang="ar" dir="rtl">' in stranger.get("/source/").content.decode()


def test_the_cookie_is_safe_and_ends_with_the_browser(stranger):
    cookie = stranger.post(PATH, {"language": "ar"}).cookies[COOKIE]
    kept = {name: value for name, value in cookie.items() if value}
    assert kept == {"path": "/", "secure": True, "httponly": True, "samesite": "Lax"}


def test_an_unknown_language_changes_nothing(stranger):
    assert COOKIE not in stranger.post(PATH, {"language": "xx"}).cookies


@pytest.mark.parametrize(
    "path", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:x", "", "/\\x.example"]
)
def test_nobody_is_sent_to_another_site(stranger, path):
    assert stranger.post(PATH, {"language": "en", "next": path})["Location"] == "/"


def test_it_cannot_be_changed_by_a_link_or_from_another_site(stranger):
    assert stranger.get(PATH).status_code == 405
    assert Client(enforce_csrf_checks=True).post(PATH, {"language": "ar"}).status_code == 403


def test_the_foot_offers_every_language_in_its_own_name(stranger):
    foot = stranger.get("/source/").content.decode().split('<footer class="foot">')[1]
    assert '<button name="language" value="en" lang="en" aria-current="true">' in foot
    assert '<button name="language" value="ar" lang="ar">' in foot
    assert "العربية" in foot
