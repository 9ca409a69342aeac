"""The group's public page, and changing it."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone

from rooted.groups.access import members_only, public_group, seat_at
from rooted.groups.actions import change_page
from rooted.groups.forms import GroupEditForm
from rooted.people.access import open_to_strangers


@open_to_strangers
def group(request, group):
    """What strangers see: no member, no count."""
    seat = seat_at(request.keyring, group)
    shown = seat.group if seat is not None else public_group(group)
    request.seat, request.group = seat, shown
    response = render(request, "groups/group.html", {"group": shown, "seat": seat})
    if not shown.listed:
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response


@members_only
def group_edit(request, seat):
    """Any member can change what strangers read."""
    group = seat.group
    form = GroupEditForm(request.POST or None, initial=current(group), group=group)
    if form.is_valid():
        try:
            change_page(seat, today=timezone.now().date(), **form.public())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect(group)
    return render(request, "groups/group_edit.html", {"seat": seat, "form": form})


def current(group):
    names = ("area", "kind", "about", "phone", "hour_text", "promised_hours", "outlook")
    return {name: getattr(group, name) for name in names} | {
        "group_name": group.name,
        "languages": group.languages.split(","),
        "listed": "yes" if group.listed else "no",
        "address": group.address if group.listed else "",
    }
