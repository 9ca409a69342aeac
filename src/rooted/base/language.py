"""Which language a page speaks: what this browser chose, else what the keyring asks for, else what the browser sends.

Never the address: a link that is passed on speaks the language of whoever opens it.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers


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
        """Called when it is known who asks."""
        keyring = getattr(request, "keyring", None)
        language = keyring.preferences.get("language") if keyring else None
        if language in dict(settings.LANGUAGES) and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
            translation.activate(language)
