"""The recovery code: shown, two blocks of it asked back, exchanged for a new one."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rooted.people import actions, doors
from rooted.people.forms import PassphraseForm, RecoveryForm


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


def recovery_renew(request: HttpRequest) -> HttpResponse:
    """A new code in the place of the old one, which opens nothing from then on."""
    form = PassphraseForm(request.POST or None)
    if form.is_valid() and doors.is_really_them(request, form):
        actions.renew_recovery(request.keyring)
        return redirect("people:recovery")
    return render(request, "people/recovery_renew.html", {"form": form})
