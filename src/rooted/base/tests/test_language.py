from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.utils import translation

from rooted.base.language import LanguageMiddleware

COOKIE = "__Host-l"


def spoken(rf, *, sends="", chose="", keyring=None):
    """The language a view hears, and the one the answer names."""
    request = rf.get("/?language=ar", headers={"Accept-Language": sends})
    request.COOKIES = {COOKIE: chose} if chose else {}
    request.keyring = keyring

    def view(request):
        middleware.process_view(request)
        return HttpResponse(translation.get_language())

    middleware = LanguageMiddleware(view)
    answer = middleware(request)
    assert answer.content.decode() == answer["Content-Language"]
    return answer["Content-Language"]


def keyring(language):
    return SimpleNamespace(preferences={"language": language})


@pytest.mark.parametrize(
    ("sends", "chose", "asks", "language"),
    [
        ("", "", None, "en"),
        ("ar-EG,en;q=0.5", "", None, "ar"),
        ("xx", "", None, "en"),
        ("ar", "en", None, "en"),
        ("en", "", "ar", "ar"),
        ("ar", "en", "ar", "en"),
        ("en", "", "xx", "en"),
        ("", "../../x", None, "en"),
    ],
)
def test_the_cookie_comes_before_the_keyring_and_that_before_the_browser(rf, sends, chose, asks, language):
    assert spoken(rf, sends=sends, chose=chose, keyring=keyring(asks) if asks else None) == language


def test_one_request_s_language_does_not_leak_into_the_next(rf):
    before = translation.get_language()
    spoken(rf, sends="ar")
    assert translation.get_language() == before


def test_an_answer_says_on_what_its_language_depends(rf):
    answer = LanguageMiddleware(lambda request: HttpResponse())(rf.get("/"))
    assert answer["Vary"] == "Accept-Language, Cookie"
