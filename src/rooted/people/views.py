"""A person's own pages: the doors, the recovery code, the passphrase, preferences, open sessions."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rooted.people import actions, doors, sessions
from rooted.people.access import open_to_strangers, open_when_locked
from rooted.people.forms import (
    PassphraseChangeForm,
    PreferencesForm,
    RecoverForm,
    RecoveryForm,
    SignInForm,
    UnlockForm,
)


@open_to_strangers
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.keyring is not None and request.method == "GET":
        return redirect(settings.AFTER_SIGN_IN)
    form = SignInForm(request.POST or None)
    if form.is_valid():
        name, passphrase = form.cleaned_data["name"], form.cleaned_data["passphrase"]
        keyring = doors.guarded(
            request,
            form,
            lambda: actions.sign_in(name=name, passphrase=passphrase),
            what="sign-in",
            key=actions.login_tag(name).hex(),
        )
        if keyring is not None:
            sessions.open_for(request, keyring, stay=form.cleaned_data["stay"])
            return doors.go_on(request, form)
        if not form.errors:
            form.add_error(None, _("This name and this passphrase do not belong together. Check both."))
    return render(request, "people/sign_in.html", {"form": form})


@open_when_locked
def unlock(request: HttpRequest) -> HttpResponse:
    form = UnlockForm(request.POST or None)
    if form.is_valid():
        keyring = doors.guarded(
            request,
            form,
            lambda: actions.unlock(request.person, form.cleaned_data["passphrase"]),
            what="unlock",
            key=str(request.person.pk),
        )
        if keyring is not None:
            sessions.open_for(request, keyring, stay=form.cleaned_data["stay"])
            return doors.go_on(request, form)
        if not form.errors:
            form.add_error("passphrase", _("This is not your passphrase. Try again."))
    return render(request, "people/unlock.html", {"form": form})


@require_POST
@open_when_locked
def lock(request: HttpRequest) -> HttpResponse:
    sessions.lock(request)
    request.session.cycle_key()  # a page that loads at this very moment cannot write the key back
    return redirect("people:unlock")


@require_POST
@open_when_locked
def sign_out(request: HttpRequest) -> HttpResponse:
    sessions.lock(request)
    request.session.flush()
    return redirect("/")


@open_to_strangers
def recover(request: HttpRequest) -> HttpResponse:
    form = RecoverForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        keyring = doors.guarded(
            request,
            form,
            lambda: actions.recover(name=data["name"], code=data["code"], passphrase=data["passphrase"]),
            what="recover",
            key=actions.login_tag(data["name"]).hex(),
        )
        if keyring is not None:
            actions.end_sessions(keyring.person)
            sessions.open_for(request, keyring)
            return redirect(settings.AFTER_SIGN_IN)
        if not form.errors:
            form.add_error(None, _("This name and this code do not belong together. Check each block."))
    return render(request, "people/recover.html", {"form": form})


def you(request: HttpRequest) -> HttpResponse:
    chosen = {"language": get_language(), "time_zone": settings.TIME_ZONE, **request.keyring.preferences}
    others = request.person.sessions.exclude(session_key=request.session.session_key).count()
    context = {"form": PreferencesForm(initial=chosen), "others": others, "kept": request.keyring.recovery_kept}
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
        secure=True,
        httponly=True,
        samesite="Lax",
    )
    return response


def recovery(request: HttpRequest) -> HttpResponse:
    context = {"blocks": actions.recovery_blocks(request.keyring), "kept": request.keyring.recovery_kept}
    return render(request, "people/recovery.html", context)


def recovery_check(request: HttpRequest) -> HttpResponse:
    blocks = actions.recovery_blocks(request.keyring)
    form = RecoveryForm(request.POST or None, blocks=blocks, asked=actions.asked_blocks(request.keyring))
    if form.is_valid():
        request.keyring.keep_recovery()
        return redirect(settings.AFTER_SIGN_IN)
    return render(request, "people/recovery_check.html", {"form": form})


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
