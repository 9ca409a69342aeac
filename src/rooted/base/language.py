"""Which language a page speaks: what this browser chose, else what the keyring asks for, else what the browser sends.

Never the address: a link that is passed on speaks the language of whoever opens it. The stranger's path speaks all of
settings.LANGUAGES, every other page those of settings.WHOLE_LANGUAGES.
"""

from collections.abc import Callable, Iterable
from typing import Any
from unicodedata import bidirectional

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header


class LanguageMiddleware:
    """Speaks the reader's language and says which one in the answer's headers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with translation.override(translation.get_language_from_request(request)):
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """Called when it is known who asks, and for what."""
        keyring = getattr(request, "keyring", None)
        language = keyring.preferences.get("language") if keyring else None
        if language in dict(settings.LANGUAGES) and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            translation.activate(language)
        if translation.get_language() not in settings.WHOLE_LANGUAGES and not speaks_all(request):
            translation.activate(next_best(request))


def speaks_all(request: HttpRequest) -> bool:
    """Whether this page is on the stranger's path."""
    match = request.resolver_match
    return match is None or match.view_name in settings.STRANGERS_ROUTES


def languages_here(request: HttpRequest) -> list[tuple[str, str]]:
    """The languages a reader of this page can choose, as (code, own name)."""
    if speaks_all(request):
        return list(settings.LANGUAGES)
    return [(code, name) for code, name in settings.LANGUAGES if code in settings.WHOLE_LANGUAGES]


def next_best(request: HttpRequest) -> str:
    """The first whole language among those the browser asks for; English where there is none."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", ""))
    codes = [code.split("-")[0] for code, _weight in asked]
    return next((code for code in codes if code in settings.WHOLE_LANGUAGES), settings.LANGUAGE_CODE)


def isolated(text: str) -> str:
    """Text as somebody wrote it, so that its direction does not turn the sentence around it, or a number beside it."""
    foreign = not text.isascii() and any(bidirectional(sign) in {"R", "AL"} for sign in text)
    turns = foreign or translation.get_language_bidi()
    return f"\u2068{text}\u2069" if text and turns else text


def in_a_row(parts: Iterable[str]) -> str:
    """Texts in a row that runs as the page does, also where each is isolated, and the row in its sentence again."""
    comma = translation.pgettext("between the items of a list", ", ")
    return ("\u200f" if translation.get_language_bidi() else "") + comma.join(parts)
