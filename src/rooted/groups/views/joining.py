"""Inviting somebody, and coming in."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from rooted.base import seal, throttle
from rooted.base.qr import picture
from rooted.base.words import spoken
from rooted.groups import invitations
from rooted.groups.access import members_only, seat_names
from rooted.groups.forms import JoinForm, JoinNewForm, WordsForm
from rooted.groups.models import Invitation, Seat
from rooted.groups.views.founding import BUSY, enter, is_locked
from rooted.groups.vouching import needs_two
from rooted.people.access import open_to_strangers
from rooted.people.doors import ask_to_unlock


@members_only
def invite(request, seat):
    """Invite one person; the words are shown on this one page and kept nowhere."""
    context = {"seat": seat, "two": needs_two(seat.group), **open_invitations(seat)}
    if request.method == "POST":
        context |= new_invitation(request, seat)
        context |= open_invitations(seat)
    return render(request, "groups/invite.html", context)


def open_invitations(seat):
    rows = Invitation.objects.filter(group=seat.group, expires_on__gte=timezone.now().date()).order_by(
        "expires_on", "pk"
    )
    names = seat_names(seat)
    return {
        "invitations": [(row, names.get(row.made_by_id, ""), names.get(row.seat_id, "")) for row in rows],
    }


def new_invitation(request, seat, back_to=None):
    """What the page shows once: link, picture and words; or the refusal."""
    said = spoken(4, get_language() or "en")
    try:
        made = invitations.make_invitation(seat, spoken=said, now=timezone.now(), back_to=back_to)
    except ValidationError as refusal:
        return {"refusal": refusal}
    except seal.Busy:
        return {"refusal": ValidationError(BUSY)}
    address = settings.ADDRESS or f"{request.scheme}://{request.get_host()}"
    link = address + reverse("groups:join", args=[made.pk])
    return {
        "made": made,
        "link": link,
        "picture": picture(link),
        "words": said.split(),
        "here_only": not settings.ADDRESS,
    }


@require_POST
@members_only
def invitation_withdraw(request, seat, pk):
    invitations.withdraw_invitation(seat, pk)
    return redirect("groups:invite", seat.group.address)


@members_only
def reseat(request, seat, pk):
    """Let a member who lost everything back to the same seat, after hearing their voice."""
    target = Seat.objects.active().filter(group=seat.group, pk=pk).exclude(pk=seat.pk).first()
    if target is None:
        return redirect("groups:seat-list", seat.group.address)
    context = {"seat": seat, "target": target, "name": seat_names(seat)[target.pk], "two": needs_two(seat.group)}
    if request.method == "POST":
        context |= new_invitation(request, seat, back_to=target)
    return render(request, "groups/reseat.html", context)


@open_to_strangers
def join(request, pk):
    """Read what the group is, give the four words, then choose a name: all in the page, nothing kept on the server."""
    try:
        invitation = invitations.standing(pk, now=timezone.now())
        return ask_to_unlock(request) if is_locked(request) else join_step(request, invitation)
    except invitations.Gone:
        return render(request, "groups/join.html", {"gone": True}, status=404)


def join_step(request, invitation):
    context = {"invited_to": invitation.group, "form": WordsForm(request.POST or None)}
    if request.method == "POST" and context["form"].is_valid():
        opened = words_given(request, context["form"], invitation.pk)
        if opened is not None:
            second = JoinForm if request.keyring is not None else JoinNewForm
            initial = {"words": context["form"].cleaned_data["words"]}
            sent = "called" in request.POST
            given = request.POST if sent else None
            form = second(given, initial=initial, outlook=invitation.group.outlook)
            context |= {"form": form, "known": True, "two": bool(opened.voucher)}
            if sent and context["form"].is_valid():
                done = come_in(request, context["form"], opened)
                if done is not None:
                    return done
        else:
            context["carried"] = carried(request)
    return render(request, "groups/join.html", context)


def carried(request):
    """The names of the second step, while the words have to be given again."""
    return [(name, request.POST[name]) for name in ("name", "called", "agree") if name in request.POST]


def words_given(request, form, pk):
    """The invitation opened by the words, or None and the form says what to do. Guessing is slowed down."""
    key = str(pk)
    try:
        throttle.slow(request, "join", key)
        opened = invitations.open_invitation(pk, spoken=form.cleaned_data["words"], now=timezone.now())
    except (throttle.Busy, seal.Busy):
        form.add_error(None, BUSY)
    except invitations.WrongWords:
        throttle.failed(request, "join", key)
        form.add_error("words", _("These are not the words. Ask again and write them as you hear them."))
    else:
        throttle.succeeded(request, "join", key)
        return opened
    return None


def come_in(request, form, opened):
    return enter(request, form, lambda keyring, called: invitations.accept_invitation(opened, keyring, called=called))
