"""What every page knows: whose masthead it carries, and the member's seat where there is one."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Masthead (name, url), seat, group, and the server's own words; a view's context goes before these."""
    seat = getattr(request, "seat", None)
    group = getattr(request, "group", None) or getattr(seat, "group", None)
    return {
        "masthead": {"name": seat.group.name if seat else settings.SERVER_NAME, "url": "/"},
        "seat": seat,
        "group": group,
        "person": getattr(request, "person", None),
        "demo": settings.DEMO,
    }
