"""Founding a group, with a link or without."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from rooted.base import seal
from rooted.groups import actions
from rooted.groups.access import may_found
from rooted.groups.forms import FoundForm, FoundNewForm
from rooted.groups.invitations import Gone
from rooted.people.access import open_to_strangers
from rooted.people.actions import erase_person, sign_up
from rooted.people.doors import ask_to_unlock
from rooted.people.sessions import open_for

BUSY = _("Many people are signing in at this moment. Wait ten seconds, then try again.")


@open_to_strangers
def found(request):
    """Where this server lets everybody found a group."""
    if not may_found():
        return render(request, "groups/found.html", {"closed": True}, status=403)
    if is_locked(request):
        return ask_to_unlock(request)
    form = founding_form(request)
    return found_with(request, form) or render(request, "groups/found.html", {"form": form})


@open_to_strangers
def found_invited(request, token):
    """With a founding link from whoever runs the server. The token in the path opens this one act, once."""
    link = actions.founding_link(token, today=timezone.now().date())
    if link is None:
        return render(request, "groups/found_invited.html", {"used": True}, status=404)
    if is_locked(request):
        return ask_to_unlock(request)
    form = founding_form(request)
    return found_with(request, form, link) or render(request, "groups/found_invited.html", {"form": form})


def is_locked(request):
    """Somebody signed in gives their passphrase first; otherwise they would get a second account."""
    return request.person is not None and request.keyring is None


def founding_form(request):
    kind = FoundForm if request.keyring is not None else FoundNewForm
    return kind(request.POST or None)


def found_with(request, form, link=None):
    """Found what the form says and go on; None when something is to be put right."""
    if not form.is_valid():
        return None

    def make(keyring, called):
        first = link is None and settings.FOUNDING == "first"
        today = timezone.now().date()
        return actions.found_group(keyring, called=called, today=today, link=link, only_first=first, **form.public())

    return enter(request, form, make)


def enter(request, form, make):
    """Let `make(keyring, called)` make a seat for this person, new or signed in, and go to their board.

    Newcomers come past their recovery code. None when refused: the form says why, and no account is left behind.
    """
    data = form.cleaned_data
    try:
        keyring = request.keyring or sign_up(name=data["name"], passphrase=data["passphrase"])
    except (ValidationError, seal.Busy) as refusal:
        form.add_error(None, BUSY if isinstance(refusal, seal.Busy) else refusal)
        return None
    try:
        seat = make(keyring, data["called"] or data["name"])
    except (ValidationError, Gone) as refusal:
        if request.keyring is None:
            erase_person(keyring.person)
        if isinstance(refusal, Gone):
            raise
        form.add_error(None, refusal)
        return None
    if request.keyring is not None:
        return redirect(seat.group.board_url)
    open_for(request, keyring)
    return redirect("people:recovery")
