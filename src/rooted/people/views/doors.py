"""The doors: signing in, unlocking, the code of a second device, the recovery code; locking and signing out."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rooted.people import actions, doors, second, sessions
from rooted.people.access import open_to_strangers, open_when_locked
from rooted.people.forms import CodeForm, RecoverForm, SignInForm, UnlockForm


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
            return doors.open_or_ask_code(request, form, keyring)
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
            return doors.open_or_ask_code(request, form, keyring)
        if not form.errors:
            form.add_error("passphrase", _("This is not your passphrase. Try again."))
    return render(request, "people/unlock.html", {"form": form})


@open_when_locked
def code(request: HttpRequest) -> HttpResponse:
    """After the passphrase: the six figures of the second device."""
    waiting = sessions.before_the_code(request)
    if waiting is None:
        return doors.ask_to_unlock(request) if request.keyring is None else redirect(settings.AFTER_SIGN_IN)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        figures = form.cleaned_data["code"]
        opened = doors.guarded(
            request, form, lambda: second.use(waiting, figures, now=timezone.now()), what="code",
            key=str(request.person.pk),
        )  # fmt: skip
        if opened is not None:
            sessions.open_for(request, waiting, stay=request.session["stay"])
            return doors.go_on(request, form)
        if not form.errors:
            form.add_error("code", second.refusal(waiting, today=timezone.now().date()))
    return render(request, "people/code.html", {"form": form})


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
