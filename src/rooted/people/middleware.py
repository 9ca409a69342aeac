"""Says who asks, denies by default, and hands the browser its half of the key."""

import base64
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from rooted.people import doors, sessions


class PersonMiddleware:
    """Sets `request.person` and `request.keyring`."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.person, request.keyring = sessions.wake(request)  # type: ignore[attr-defined]
        zone = request.keyring.preferences.get("time_zone") if request.keyring else None  # type: ignore[attr-defined]
        with timezone.override(zone):  # None: the server's own
            response = self.get_response(request)
        return self.hand_over_half(request, response)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        if getattr(view, "open_to_strangers", False):
            return None
        if request.person is None:  # type: ignore[attr-defined]
            return doors.ask_to_sign_in(request)
        if request.keyring is None and not getattr(view, "open_when_locked", False):  # type: ignore[attr-defined]
            return doors.ask_to_unlock(request)
        return None

    def hand_over_half(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Set or drop the cookie that holds the browser's half."""
        half = getattr(request, "new_half", None)
        if half is not None:
            response.set_cookie(
                sessions.HALF_COOKIE,
                base64.urlsafe_b64encode(half).decode(),
                secure=settings.COOKIES_SECURE,
                httponly=True,
                samesite="Lax",
            )
        elif getattr(request, "drop_half", False):
            response.delete_cookie(sessions.HALF_COOKIE, samesite="Lax")
            response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response
