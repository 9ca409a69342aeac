"""Pages that belong to no part. Strangers may open all of them."""

import sys

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST, require_safe

from rooted.base import seal, throttle
from rooted.base import source as source_files
from rooted.base.again import not_kept, safe_path

CANNOT_NOW = (DatabaseError, seal.Busy, throttle.Busy)


@require_POST
def language_set(request):
    """Remember the language of this browser until it is closed, and go back to the page."""
    answer = redirect(safe_path(request, request.POST.get("next", "/")))
    language = request.POST.get("language")
    if language in dict(settings.LANGUAGES):
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, language, max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.COOKIES_SECURE, httponly=True, samesite="Lax",
        )  # fmt: skip
    return answer


@require_safe
def leave(request):
    """The way out: a page that could be anybody's."""
    return render(request, "base/leave.html")


@require_safe
def patterns(request):
    """Every part of the pages, for those who build them."""
    return render(request, "base/patterns.html")


@require_safe
def source(request):
    """How to get the source of this very server."""
    elsewhere = settings.SOURCE_ADDRESS if request.path != settings.SOURCE_ADDRESS else ""
    return render(request, "base/source.html", {"elsewhere": elsewhere})


@require_safe
def source_archive(request):
    """The source of this very server as one file."""
    content = source_files.running_archive(settings.SOURCE, settings.DATA)
    return HttpResponse(
        content,
        content_type="application/gzip",
        headers={"Content-Disposition": 'attachment; filename="rooted.tar.gz"'},
    )


@require_safe
def robots(request):
    """Search engines are asked to stay away: what is found by searching can be found by an employer."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")


def not_found(request, exception=None):
    """There is no such page, or it is not for the one who asks: the same answer for both."""
    return render(request, "base/not_found.html", status=404)


def not_readable(request, exception=None):
    """Too large, broken, or for another host: a page that needs nothing of the request."""
    return HttpResponse(render_to_string("base/failed.html", {"first_page": "/", "not_readable": True}), status=400)


def failed(request):
    """Something broke. What was typed comes back where only the keeping failed: a full disk, too much at once."""
    if request.method == "POST" and isinstance(sys.exc_info()[1], CANNOT_NOW):
        try:
            return not_kept(request)
        except DatabaseError:  # the page needs to read, and even that fails
            pass
    return plainly_failed()


def plainly_failed():
    """A page that needs nothing of what may be broken."""
    return HttpResponse(render_to_string("base/failed.html", {"first_page": "/"}), status=500)


for view in (language_set, leave, patterns, source, source_archive, robots):
    view.open_to_strangers = True  # the mark of people.access, which lies above this app
