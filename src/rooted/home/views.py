"""The first pages: for strangers, for a signed-in person, for a group."""

from django.conf import settings
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rooted.groups.access import may_found, members_only, seat_names
from rooted.groups.models import Group
from rooted.home import notice
from rooted.people.access import open_to_strangers
from rooted.struggles.models import Struggle

GROUPS_SHOWN = 8
STRUGGLES_SHOWN = 3


@require_safe
@open_to_strangers
def front(request):
    """What a stranger sees first: where to write, who is here, what others did."""
    groups = list(Group.objects.listed().order_by("name", "pk")[: GROUPS_SHOWN + 1])
    context = {
        "groups": groups[:GROUPS_SHOWN],
        "only_group": groups[0] if len(groups) == 1 else None,
        "more_groups": len(groups) > GROUPS_SHOWN,
        "struggles": Struggle.objects.public().newest_first()[:STRUGGLES_SHOWN],
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
    shown = nobody if only else lines
    context = {
        "first": shown[0] if shown else None,
        "stretches": notice.stretches(shown[1:], today=timezone.localdate()),
        "all": len(lines),
        "nobody": len(nobody),
        "only": only,
        "many": len(lines) > notice.FEW,
        "members": len(seat_names(seat)),
        "step": notice.next_step(seat),
        "parts": notice.parts_for(seat),
    }
    return render(request, "home/board.html", context)
