"""Pages that are the same for every stranger: drawn once, and kept in memory until anything at all is written.

    @open_to_strangers
    @kept_for_strangers
    def struggle_list(request): …

Kept is a page asked for without any sign of a person (no cookie but language and form token, no word that was searched
for), by its whole address, its language and the day. It is given again only while the database says that nothing was
written since, by us or by anybody else: nobody has to think of what a change makes old, and what is withdrawn is gone
at once. The form token in it is each visitor's own. Browsers store nothing of ours (base/headers.py), so that there is
nothing to be answered with 304.
"""

import functools
import re
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.utils import timezone
from django.utils.translation import get_language

from rooted.base.moments import moment

View = TypeVar("View", bound=Callable[..., Any])
Key = tuple[Any, ...]

MOST_BYTES = 8_000_000  # of all pages together
LARGEST = 200_000  # bytes of one page
LONGEST_ADDRESS = 500
WORDS = "q"  # what somebody searches for is not kept, not even for a moment
TOKEN = re.compile(rb'(?<=name="csrfmiddlewaretoken" value=")[0-9A-Za-z]{64}(?=")')


@dataclass(frozen=True)
class Page:
    """What was drawn, cut where the form token stood, and at which moment."""

    moment: object
    pieces: list[bytes]
    headers: dict[str, str]


def kept_for_strangers(view: View) -> View:
    """Decorator of a view that draws the same for every stranger."""

    @functools.wraps(view)
    def seen(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        key = _key_of(request)
        now = moment() if key else None
        if key is None or now is None:
            return view(request, *args, **kwargs)
        page = _pages.get(key, now)
        if page is None:
            response = view(request, *args, **kwargs)
            _pages.put(key, now, request, response)
            return response
        return _given(request, page)

    return cast(View, seen)


def _key_of(request: HttpRequest) -> Key | None:
    """By what this page is known again; None for whatever is not everybody's."""
    known = request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    address = request.get_full_path()
    if known or request.method != "GET" or WORDS in request.GET or len(address) > LONGEST_ADDRESS:
        return None
    return request.scheme, request.get_host(), address, get_language(), timezone.localdate()


def _given(request: HttpRequest, page: Page) -> HttpResponse:
    token = get_token(request).encode() if len(page.pieces) > 1 else b""
    return HttpResponse(token.join(page.pieces), headers=page.headers)


class Pages:
    """The pages that are kept; what was asked for longest ago goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Key, Page] = OrderedDict()
        self._bytes, self._lock = 0, Lock()

    def get(self, key: Key, now: object) -> Page | None:
        """The page, if it was drawn at this very moment of the database."""
        with self._lock:
            page = self._kept.get(key)
            if page is None or page.moment != now:
                return None
            self._kept.move_to_end(key)
            return page

    def put(self, key: Key, now: object, request: HttpRequest, response: HttpResponse) -> None:
        """Keep what was drawn, if it is a plain page that sets nothing."""
        plain = response.status_code == 200 and not response.streaming and not response.cookies
        if not plain or len(response.content) > LARGEST:
            return
        page = Page(now, TOKEN.split(response.content), dict(response.headers))
        if len(page.pieces) == 1 and "CSRF_COOKIE_NEEDS_UPDATE" in request.META:
            return  # it has a token that is nowhere we know of
        with self._lock:
            self._drop(key)
            self._kept[key] = page
            self._bytes += _size(page)
            while self._bytes > MOST_BYTES:
                self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        if gone := self._kept.pop(key, None):
            self._bytes -= _size(gone)


def _size(page: Page) -> int:
    return sum(map(len, page.pieces))


_pages = Pages()
