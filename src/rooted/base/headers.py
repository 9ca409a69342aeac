"""The headers of every page we make; what SecurityMiddleware sends (referrer, nosniff, COOP, HSTS) is not repeated."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from rooted.base import logs

# Nothing from elsewhere, nothing inline; not even a data: image.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

# A file to be saved: should a browser show it all the same, nothing in it runs.
DOWNLOAD_POLICY = "sandbox; default-src 'none'"

# Every power a browser may lend a page, lent to nobody. Chromium complains of names it does not know.
POWERS = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "identity-credentials-get",
    "idle-detection",
    "interest-cohort",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "speaker-selection",
    "storage-access",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)

FIXED = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in POWERS),
    "X-Frame-Options": "DENY",
    # Shared phones: the back button shows nothing after signing out.
    "Cache-Control": "no-store",
}


class HeadersMiddleware:
    """Sets the headers, and gives the request the random id under which it is logged.

    It stands below WhiteNoise: static files keep their own caching.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.encoding = "utf-8"  # whatever the request claims: "charset=rot13" would break the reading of any form
        with logs.request_named(request):
            response = self.get_response(request)
        for name, value in FIXED.items():
            response[name] = value
        if getattr(response, "is_download", False):  # made by base/uploads.py
            response["Content-Security-Policy"] = DOWNLOAD_POLICY
            del response["Content-Encoding"]
        del response["Server"]
        onion = onion_location(request)
        if onion:
            response["Onion-Location"] = onion
        return response


def onion_location(request: HttpRequest) -> str:
    """Where Tor Browser finds this same page, or "" (no onion service, or the visitor is there already)."""
    onion = settings.ONION_LOCATION
    if not onion or settings.ONION or request.method not in ("GET", "HEAD"):
        return ""
    return f"{onion}{request.get_full_path()}"
