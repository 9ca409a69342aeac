"""Members among themselves: names, voice check, parting, removal, the change of keys."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from rooted.circles.actions import left_to_rotate
from rooted.circles.models import SealedItem
from rooted.groups import actions, removals
from rooted.groups.access import circles_of, fingerprint, may_remove, members_only, open_removal, seat_names
from rooted.groups.board import newcomers
from rooted.groups.forms import SeatNameForm
from rooted.groups.models import Seat
from rooted.groups.sealed import SEAT
from rooted.groups.small_circles import unfinished

FEW = 12  # a longer list has what one can do with it on top


@members_only
def seat_list(request, seat):
    """Who is in the group, with four words for each to compare by voice."""
    rows = Seat.objects.taken().filter(group=seat.group).select_related("holder", "name_item")
    known = [(row, seat.keys.read(row.name_item, SEAT)) for row in rows if row.name_item is not None]
    for row, _content in known:
        row.group = seat.group
    members = [
        {"seat": row, "name": content["name"], "words": fingerprint(row), "you": row.pk == seat.pk}
        for row, content in sorted(known, key=lambda pair: pair[1]["name"].casefold())
    ]
    you_hold = seat.keyring.recovery_kept
    context = {
        "seat": seat,
        "members": members,
        "newcomers": newcomers(seat),
        "many": len(members) > FEW,
        "holding": sum(you_hold if row.pk == seat.pk else content["holds_recovery"] for row, content in known),
        "you_hold": you_hold,
        "removable": len(members) > 2 and not any(row.paused_on for row, _content in known),
    }
    return render(request, "groups/seat_list.html", context)


@members_only
def seat_rename(request, seat):
    form = SeatNameForm(request.POST or None, initial={"called": seat.name})
    if form.is_valid():
        actions.rename_seat(seat, name=form.cleaned_data["called"])
        return redirect("groups:seat-list", seat.group.address)
    return render(request, "groups/seat_rename.html", {"seat": seat, "form": form})


@members_only
def seat_part(request, seat):
    """Leave, alone and at once."""
    alone = not Seat.objects.taken().filter(group=seat.group).exclude(pk=seat.pk).exists()
    if request.method == "POST":
        actions.part(seat, today=timezone.now().date())
        return redirect("/")
    return render(request, "groups/seat_part.html", {"seat": seat, "alone": alone})


def other_seat(seat, pk, *, paused):
    """Another member's seat of the same group, paused or not; 404 otherwise."""
    target = Seat.objects.taken().filter(group=seat.group, pk=pk).exclude(pk=seat.pk).first()
    if target is None or (target.paused_on is not None) != paused:
        raise Http404
    return target


@members_only
def removal_propose(request, seat, pk):
    """Propose to remove a member; their access pauses at once."""
    target = other_seat(seat, pk, paused=False)
    context = {"seat": seat, "target": target, "name": seat_names(seat)[pk], "pair": not may_remove(seat.group)}
    if request.method == "POST":
        try:
            removals.propose_removal(seat, pk, today=timezone.now().date())
        except ValidationError as refusal:
            context["refusal"] = refusal
        else:
            return redirect("groups:removal-confirm", seat.group.address, pk)
    elif open_removal(seat.group) is not None:
        return redirect("groups:removal-confirm", seat.group.address, open_removal(seat.group).pk)
    return render(request, "groups/removal_propose.html", context)


@members_only
def removal_confirm(request, seat, pk):
    """Look at an open removal; whoever did not propose it can confirm it."""
    target = other_seat(seat, pk, paused=True)
    names = seat_names(seat)
    context = {"seat": seat, "target": target, "name": names[pk], "proposer": names.get(target.paused_by_id, "")}
    context["yours"] = target.paused_by_id == seat.pk
    if request.method == "POST":
        try:
            removals.confirm_removal(seat, pk, today=timezone.now().date())
        except ValidationError as refusal:
            context["refusal"] = refusal
        else:
            removals.go_on(seat)
            return redirect("groups:rotation", seat.group.address)
    return render(request, "groups/removal_confirm.html", context)


@require_POST
@members_only
def removal_withdraw(request, seat, pk):
    removals.withdraw_removal(seat, other_seat(seat, pk, paused=True).pk)
    return redirect("groups:seat-list", seat.group.address)


@members_only
def rotation(request, seat):
    """Change the keys of what was written before, piece by piece; anyone can go on where another stopped."""
    if request.method == "POST":
        removals.go_on(seat)
        return redirect("groups:rotation", seat.group.address)
    open_circles = unfinished(seat)
    whole = SealedItem.objects.filter(circle__in=circles_of(seat)).count()
    left = sum(left_to_rotate(keys.circle) for keys in open_circles)
    context = {"seat": seat, "left": left, "moved": whole - left, "unfinished": bool(open_circles)}
    return render(request, "groups/rotation.html", context)
