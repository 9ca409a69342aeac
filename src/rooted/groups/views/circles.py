"""Small circles: a second circle for a few members of the group."""

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import redirect, render

from rooted.groups import small_circles
from rooted.groups.access import members_only, seat_names
from rooted.groups.forms import CircleForm, CircleMembersForm, CircleNameForm
from rooted.groups.models import Seat


def choices(seat, *, but=()):
    """The other members who may be let in, by name."""
    names = seat_names(seat)
    active = Seat.objects.active().filter(group=seat.group).exclude(pk=seat.pk).values_list("pk", flat=True)
    return sorted(((str(pk), names[pk]) for pk in active if pk not in but), key=lambda pair: pair[1].casefold())


def small_circle(seat, pk):
    """The open small circle; 404 for whoever is not inside, as if it were absent."""
    small = next((small for small in small_circles.open_small(seat) if small.pk == pk), None)
    if small is None:
        raise Http404
    return small


@members_only
def circle_list(request, seat):
    """The small circles this member is in; of the others nobody outside learns anything."""
    many = Seat.objects.taken().filter(group=seat.group).count()
    small = small_circles.open_small(seat)
    context = {"seat": seat, "small": small, "may_make": many >= small_circles.FEWEST_FOR_ONE}
    return render(request, "groups/circle_list.html", context)


@members_only
def circle_make(request, seat):
    form = CircleForm(request.POST or None, members=choices(seat))
    if form.is_valid():
        try:
            small = small_circles.make_circle(seat, name=form.cleaned_data["called"], seats=form.cleaned_data["seats"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("groups:circle", seat.group.address, small.pk)
    return render(request, "groups/circle_make.html", {"seat": seat, "form": form})


@members_only
def circle(request, seat, pk):
    small = small_circle(seat, pk)
    names = seat_names(seat)
    inside = sorted((names[one] for one in small_circles.seats_in(small)), key=str.casefold)
    return render(request, "groups/circle.html", {"seat": seat, "small": small, "inside": inside})


@members_only
def circle_rename(request, seat, pk):
    small = small_circle(seat, pk)
    form = CircleNameForm(request.POST or None, initial={"called": small.name})
    if form.is_valid():
        small_circles.rename_circle(small, name=form.cleaned_data["called"])
        return redirect("groups:circle", seat.group.address, pk)
    return render(request, "groups/circle_rename.html", {"seat": seat, "small": small, "form": form})


@members_only
def circle_admit(request, seat, pk):
    """Let further members in; they can then read everything in it, also what was written before."""
    small = small_circle(seat, pk)
    others = choices(seat, but=small_circles.seats_in(small))
    form = CircleMembersForm(request.POST or None, members=others)
    if form.is_valid():
        try:
            small_circles.let_in(seat, small, form.cleaned_data["seats"])
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("groups:circle", seat.group.address, pk)
    context = {"seat": seat, "small": small, "form": form, "others": others}
    return render(request, "groups/circle_admit.html", context)


@members_only
def circle_leave(request, seat, pk):
    """Leave a small circle; the last one erases it."""
    small = small_circle(seat, pk)
    context = {"seat": seat, "small": small}
    if request.method == "POST":
        try:
            small_circles.leave_circle(seat, small, erase="erase" in request.POST)
        except ValidationError as refusal:
            context["refusal"] = refusal
        else:
            return redirect("groups:circle-list", seat.group.address)
    context["alone"] = small_circles.seats_in(small) == {seat.pk}
    return render(request, "groups/circle_leave.html", context)
