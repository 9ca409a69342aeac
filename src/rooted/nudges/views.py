"""How each member is told that something is due; and the calendar that a telephone asks for by itself."""

from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rooted.groups.access import members_only
from rooted.nudges import actions, mail
from rooted.nudges.feed import calendar_of
from rooted.nudges.forms import MailSetForm
from rooted.nudges.kept import what_is_in
from rooted.people.access import open_to_strangers


def server(request):
    return settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")


@members_only
def nudges(request, seat):
    """Mail, calendar, a line for the chat: this member's own."""
    return show(request, seat)


def show(request, seat, form=None):
    nudge, (address, feed) = actions.my_nudge(seat), actions.my_feed(seat)
    known = what_is_in(nudge)["address"] if nudge else ""
    line = _("Something needs us on Rooted: %(address)s") % {"address": f"{server(request)}/"}
    context = {
        "seat": seat,
        "form": form or MailSetForm(initial={"address": known}),
        "mail_works": mail.is_set_up(),
        "mail_to": known,
        "feed": f"{server(request)}{reverse('nudges:calendar', args=[address])}" if feed else "",
        "rests": actions.rests(seat),
        "line": line,
        "sms": f"sms:?&body={quote(line)}",
    }
    return render(request, "nudges/nudges.html", context)


def act(request, seat, deed):
    """Do it if it was asked for by a form, then show the page."""
    if request.method == "POST":
        deed(seat)
    return redirect("nudges:nudges", seat.group.address)


@members_only
def mail_set(request, seat):
    """Mail goes to this address from now on."""
    form = MailSetForm(request.POST or None)
    if request.method == "POST" and not form.is_valid():
        return show(request, seat, form)
    address = form.cleaned_data["address"] if form.is_bound else ""
    return act(request, seat, lambda seat: actions.ask_for_mail(seat, address=address, language=get_language()))


@members_only
def mail_stop(request, seat):
    """No more mail."""
    return act(request, seat, actions.stop_mail)


@members_only
def calendar_make(request, seat):
    """A new private calendar; the former one ends."""
    return act(request, seat, lambda seat: actions.make_feed(seat, language=get_language()))


@members_only
def calendar_stop(request, seat):
    """The calendar ends."""
    return act(request, seat, actions.stop_feed)


@members_only
def nudges_go_on(request, seat):
    """Still here, after somebody left."""
    return act(request, seat, actions.go_on)


@require_safe
@open_to_strangers
def calendar(request, feed):
    """The days on which something is due, for whoever has the address."""
    made = calendar_of(feed)
    if made is None:
        raise Http404
    words, tag = made
    response = HttpResponse(words, content_type="text/calendar; charset=utf-8", headers={"ETag": tag})
    response["Content-Disposition"] = 'attachment; filename="calendar.ics"'
    return get_conditional_response(request, etag=tag, response=response)
