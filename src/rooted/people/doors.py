"""The two pages that stand in for any page that needs somebody: "sign in" and "give your passphrase again".

They answer in place, with the same status whether the page exists or not, and carry along whatever was typed.
"""

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rooted.base import again, seal, throttle
from rooted.people import actions, sessions
from rooted.people.forms import CodeForm, SignInForm, UnlockForm
from rooted.people.keyring import Keyring

Found = TypeVar("Found")


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Instead of the page asked for, to a stranger."""
    return _ask(request, SignInForm(initial=_whereto(request)), "people/sign_in.html")


def ask_to_unlock(request: HttpRequest) -> HttpResponse:
    """Instead of the page asked for, to somebody who is signed in but locked; or who owes the code alone."""
    if sessions.before_the_code(request) is not None:
        return _ask(request, CodeForm(initial=_whereto(request)), "people/code.html")
    return _ask(request, UnlockForm(initial=_whereto(request)), "people/unlock.html")


def open_or_ask_code(request: HttpRequest, form: SignInForm | UnlockForm, keyring: Keyring) -> HttpResponse:
    """After the passphrase: through the door, or to the code of the second device if there is one."""
    data = form.cleaned_data
    sessions.open_for(request, keyring, stay=data["stay"], code_first=keyring.second is not None)
    if keyring.second is None:
        return go_on(request, form)
    asked = CodeForm(initial={"next": data["next"], "kept": data["kept"]})
    return render(request, "people/code.html", {"form": asked})


def go_on(request: HttpRequest, form: SignInForm | UnlockForm | CodeForm) -> HttpResponse:
    """After the door: to the page that was asked for, with everything that was typed there."""
    path = again.safe_path(request, form.cleaned_data["next"] or settings.AFTER_SIGN_IN)
    pairs = again.unpack(form.cleaned_data["kept"])
    return again.send_again(request, path, pairs) if pairs else redirect(path)


def _whereto(request: HttpRequest) -> dict[str, str]:
    carried = again.at_a_door(request)
    if carried:  # the unlock form of somebody whose session has ended: on to where that form led
        return {"next": "", **dict(carried)}
    posted = request.method == "POST"
    return {"next": request.get_full_path(), "kept": again.pack(again.typed(request)) if posted else ""}


def _ask(request: HttpRequest, form: SignInForm | UnlockForm | CodeForm, template: str) -> HttpResponse:
    return render(request, template, {"form": form}, status=403)


def guarded(
    request: HttpRequest, form: Form, check: Callable[[], Found | None], *, what: str, key: str = ""
) -> Found | None:
    """What `check` finds, slowed down after failures; at a crowd the form says so and nothing typed is lost."""
    try:
        throttle.slow(request, what, key)
        found = check()
    except (throttle.Busy, seal.Busy):
        form.add_error(None, _("Many people are signing in at this moment. Wait ten seconds, then try again."))
        return None
    if found is None:
        throttle.failed(request, what, key)
    else:
        throttle.succeeded(request, what, key)
    return found


def is_really_them(request: HttpRequest, form: Form) -> bool:
    """Whether the form's passphrase is the person's own; if not, the form says so."""
    person = request.person  # type: ignore[attr-defined]
    passphrase = form.cleaned_data["passphrase"]
    opened = guarded(request, form, lambda: actions.unlock(person, passphrase), what="unlock", key=str(person.pk))
    if opened is None and not form.errors:
        form.add_error("passphrase", _("This is not your passphrase. Try again."))
    return opened is not None
