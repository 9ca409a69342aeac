"""Nothing typed is lost: what was sent and could not be taken travels on in the page, never on the server.

A form that fails because the session ended, the page was too old or a cookie was gone is answered with a page that
holds everything that was typed. After signing in again, one tap sends it.
"""

import json
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

SECRET = ("passphrase", "passphrase_again", "old")  # every field for a passphrase (a test compares)
DOOR = ("kept", "next")  # what sign-in and unlock carry along for another form
LEFT_OUT = ("csrfmiddlewaretoken", *SECRET, *DOOR)
SILENT = ("token", "receipt", "words", "code", "seen", *DOOR)  # carried along, not shown
LONGEST = 400_000  # characters; what is longer than any form of ours is not carried


def typed(request: HttpRequest) -> list[list[str]]:
    """The fields of the request's form as [name, value], without passphrases."""
    pairs = [[name, value] for name, values in request.POST.lists() for value in values if name not in LEFT_OUT]
    return pairs if sum(len(name) + len(value) for name, value in pairs) <= LONGEST else []


def at_a_door(request: HttpRequest) -> list[list[str]]:
    """What a sign-in or unlock form carried for another form, as it came; empty for every other form."""
    return [[name, request.POST[name]] for name in DOOR if "kept" in request.POST and name in request.POST]


def pack(pairs: list[list[str]]) -> str:
    """`typed` fields as the value of one hidden field; empty for none."""
    return json.dumps(pairs, ensure_ascii=False) if pairs else ""


def unpack(text: str) -> list[list[str]]:
    """What `pack` made; anything else gives an empty list."""
    try:
        pairs = json.loads(text)
        pack(pairs).encode()  # half a character, "\\ud800", fails here and not in the page
    except (ValueError, RecursionError):
        return []
    if not isinstance(pairs, list):
        return []
    good = (pair for pair in pairs if isinstance(pair, list) and [type(piece) for piece in pair] == [str, str])
    return [[_writable(piece) for piece in pair] for pair in good if pair[0] not in LEFT_OUT]


def _writable(text: str) -> str:
    """`text` without the halves of characters that JSON can name and no page can hold."""
    return text.encode("utf-8", "replace").decode()


def safe_path(request: HttpRequest, path: str) -> str:
    """`path` if it lies on this server, else the front page."""
    if path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts={request.get_host()}):
        return path
    return "/"


def send_again(
    request: HttpRequest, path: str, pairs: list[list[str]], *, status: int = 200, not_kept: bool = False
) -> HttpResponse:
    """The page that gives everything typed back, with a button that sends it to `path`.

    With `not_kept` it says that the server could not keep it: a full disk, a busy moment.
    """
    inside = [pair for name, value in pairs if name == "kept" for pair in unpack(value)]
    shown = [value for name, value in [*pairs, *inside] if name not in SILENT and " " in value.strip()]
    context = {"path": safe_path(request, path), "pairs": pairs, "shown": shown, "not_kept": not_kept}
    return render(request, "base/again.html", context, status=status)


def not_kept(request: HttpRequest) -> HttpResponse:
    """The server could not write or had no room for this: nothing was kept, everything typed is in the page."""
    pairs = [*typed(request), *at_a_door(request)]
    response = send_again(request, request.path, pairs, status=503, not_kept=True)
    response["Retry-After"] = "60"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: a cookie that expired, or a page of somebody else's site."""
    if not _is_ours(request):
        return render(request, "base/refused.html", status=403)
    return send_again(request, request.path, [*typed(request), *at_a_door(request)], status=403)


def _is_ours(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin") or request.headers.get("Referer", "")
    try:
        scheme, host = urlsplit(origin)[:2]
    except ValueError:  # "http://[::1"
        return False
    return not origin or f"{scheme}://{host}" in (f"{request.scheme}://{request.get_host()}", settings.ADDRESS)
