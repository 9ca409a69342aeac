"""The first pages: for strangers, for a signed-in person, for a group."""

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from rooted.base.kept_pages import kept_for_strangers
from rooted.base.prepared import Prepared
from rooted.circles.searching import matches
from rooted.groups.access import circles_of, may_found, members_only
from rooted.groups.glance import glance
from rooted.groups.models import Group
from rooted.home import notice, own
from rooted.home.forms import SearchForm
from rooted.people import doors, sessions
from rooted.people.access import open_to_strangers
from rooted.people.forms import PassphraseForm
from rooted.struggles.models import Struggle

GROUPS_SHOWN, GROUPS_AT_MOST = 8, 500
STRUGGLES_SHOWN = 3
_LISTED = {
    most: Prepared(lambda most=most: Group.objects.listed().order_by("name", "pk")[: most + 1])
    for most in (GROUPS_SHOWN, GROUPS_AT_MOST)
}
_NEWEST = Prepared(lambda: Struggle.objects.public().newest_first().for_lists()[:STRUGGLES_SHOWN])


@require_safe
@open_to_strangers
@kept_for_strangers
def front(request):
    """What a stranger sees first: where to write, who is here, what others did."""
    most = GROUPS_AT_MOST if request.GET.get("groups") == "all" else GROUPS_SHOWN
    groups = _LISTED[most].rows()
    context = {
        "groups": groups[:most],
        "only_group": groups[0] if len(groups) == 1 else None,
        "more_groups": len(groups) > most == GROUPS_SHOWN,
        "in_full": get_language() in settings.WHOLE_LANGUAGES,  # of a struggle the others say year and title
        "struggles": _NEWEST.rows(),
        "may_found": may_found(),
        "nobody_here": not groups and not Group.objects.exists(),
        "founding": settings.FOUNDING,
    }
    return render(request, "home/front.html", context)


@require_safe
def home(request):
    """Where somebody lands after signing in: the board of their group, or the list of their groups."""
    ids = [key.group for key in request.keyring.seats]
    groups = list(Group.objects.filter(pk__in=ids, closed_on=None).order_by("name", "pk"))
    if len(groups) == 1:
        return redirect("home:board", group=groups[0].address)
    return render(request, "home/home.html", {"groups": groups, "may_found": may_found()})


@require_safe
@open_to_strangers
def privacy(request):
    """What is kept, who can read it, for how long; and what is not promised."""
    return render(request, "home/privacy.html")


@require_safe
@members_only
def board(request, seat):
    """What needs someone now, by date; the next step; the parts of the group."""
    lines = notice.lines_for(seat)
    nobody = [line for line in lines if line.nobody]
    only = request.GET.get("only") == "nobody" and bool(nobody)
    parts = notice.parts_for(seat)
    shown = nobody if only else lines
    context = {
        "first": shown[0] if shown else None,
        "stretches": notice.stretches(shown[1:], today=timezone.localdate()),
        "all": len(lines),
        "nobody": len(nobody),
        "only": only,
        "many": len(lines) > notice.FEW,
        "members": glance(seat)["members"],
        "step": notice.next_step(seat),
        "parts": [part for part in parts if part.used],
        "more": [part for part in parts if not part.used],
    }
    return render(request, "home/board.html", context)


@members_only
def search(request, seat):
    """Search what is sealed in the group; the words travel in the form, never in an address."""
    form = SearchForm(request.POST or None)
    context = {"form": form}
    if form.is_valid():
        found, complete = matches(circles_of(seat), form.cleaned_data["words"])
        context |= {"hits": notice.hits_for(seat, found), "complete": complete, "asked": form.cleaned_data["words"]}
    return render(request, "home/search.html", context)


def own_data(request):
    """All of this person's data as one file, after the passphrase."""
    form = PassphraseForm(request.POST or None)
    if form.is_valid() and doors.is_really_them(request, form):
        response = JsonResponse(own.own_data(request.keyring), json_dumps_params={"ensure_ascii": False, "indent": 2})
        response["Content-Disposition"] = 'attachment; filename="rooted.json"'
        return response
    return render(request, "home/own_data.html", {"form": form})


def leave_server(request):
    """Leave every group and erase the account, after the passphrase."""
    form = PassphraseForm(request.POST or None)
    if form.is_valid() and doors.is_really_them(request, form):
        own.leave_server(request.keyring, today=timezone.now().date())
        sessions.lock(request)
        request.session.flush()
        return redirect("home:front")
    return render(request, "home/leave_server.html", {"form": form, "groups": len(request.keyring.seats)})
