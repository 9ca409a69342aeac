"""A person's own page: preferences, the passphrase, where they are signed in."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rooted.people import actions, doors, sessions
from rooted.people.forms import PassphraseChangeForm, PreferencesForm


def you(request: HttpRequest) -> HttpResponse:
    chosen = {"language": get_language(), "time_zone": settings.TIME_ZONE, **request.keyring.preferences}
    context = {
        "form": PreferencesForm(initial=chosen),
        "others": sessions.others(request),
        "kept": request.keyring.recovery_kept,
        "second": request.keyring.second is not None,
    }
    return render(request, "people/you.html", context)


def preferences(request: HttpRequest) -> HttpResponse:
    form = PreferencesForm(request.POST or None)
    if not form.is_valid():
        return render(request, "people/preferences.html", {"form": form})
    request.keyring.prefer(**form.cleaned_data)
    response = redirect("people:you")
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        form.cleaned_data["language"],
        secure=settings.COOKIES_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def passphrase_change(request: HttpRequest) -> HttpResponse:
    form = PassphraseChangeForm(request.POST or None)
    if form.is_valid():
        person = request.person
        opened = doors.guarded(
            request,
            form,
            lambda: actions.exchange_passphrase(
                person, old=form.cleaned_data["old"], new=form.cleaned_data["passphrase"]
            ),
            what="unlock",
            key=str(person.pk),
        )
        if opened is not None:
            actions.end_sessions(person)
            sessions.open_for(request, opened)
            return redirect("people:you")
        if not form.errors:
            form.add_error("old", _("This is not your passphrase. Try again."))
    return render(request, "people/passphrase_change.html", {"form": form})


@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    actions.end_sessions(request.person, but=request.session.session_key)
    return redirect("people:you")


@require_POST
def session_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign out in one other place; ending it twice does no harm."""
    request.person.sessions.exclude(session_key=request.session.session_key).filter(pk=pk).delete()
    return redirect("people:you")
