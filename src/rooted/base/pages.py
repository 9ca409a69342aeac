"""What every page knows: whose masthead it carries, whether it is one's own, the member's seat if there is one."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from rooted.base.language import languages_here


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Masthead (name, url), seat, group, and the server's own words; a view's context goes before these.

    `own`: only somebody signed in and unlocked sees this page, so "Lock now" is their way out.
    """
    seat = getattr(request, "seat", None)
    group = getattr(request, "group", None) or getattr(seat, "group", None)
    return {
        "masthead": {"name": seat.group.name if seat else settings.SERVER_NAME, "url": "/"},
        "seat": seat,
        "group": group,
        "person": getattr(request, "person", None),
        "own": getattr(request, "keyring", None) is not None and not is_for_strangers(request),
        "demo": settings.DEMO,
        "languages": languages_here(request),
    }


def is_for_strangers(request: HttpRequest) -> bool:
    """Whether anyone may open this page; true also where no page is."""
    match = request.resolver_match
    return match is None or getattr(match.func, "open_to_strangers", False)
