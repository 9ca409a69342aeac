"""A second device: turning its codes on and off."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from rooted.base.qr import picture
from rooted.people import doors, second
from rooted.people.forms import CodeOnForm, PassphraseForm


def code_on(request: HttpRequest) -> HttpResponse:
    """Show a new secret as a picture and as text; it counts once a code made from it came back."""
    form = CodeOnForm(request.POST or None, initial={"secret": second.new_secret()})
    if form.is_valid() and doors.is_really_them(request, form):
        data = form.cleaned_data
        if second.turn_on(request.keyring, secret=data["secret"], code=data["code"], now=timezone.now()):
            return redirect("people:you")
        form.add_error("code", second.other_code())
    secret = form.secret_shown
    context = {"form": form, "secret": second.in_blocks(secret), "on": request.keyring.second is not None}
    context["picture"] = picture(second.address_of(secret, host=request.get_host()))
    return render(request, "people/code_on.html", context)


def code_off(request: HttpRequest) -> HttpResponse:
    form = PassphraseForm(request.POST or None)
    if form.is_valid() and doors.is_really_them(request, form):
        request.keyring.drop_second()
        return redirect("people:you")
    return render(request, "people/code_off.html", {"form": form, "on": request.keyring.second is not None})
