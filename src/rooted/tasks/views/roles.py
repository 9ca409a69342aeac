"""Roles: who answers for what, until when."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.tasks import roles as actions
from rooted.tasks.forms import RoleForm, RoleTakeForm
from rooted.tasks.models import Role
from rooted.tasks.reading import opened, role_name, role_rows
from rooted.tasks.sealed import ROLE


@members_only
def role_list(request, seat):
    """Every role, who holds it until when, and what one holds alone."""
    context = {"seat": seat, "rows": role_rows(seat, timezone.localdate())}
    return render(request, "tasks/role_list.html", context)


@members_only
def role_add(request, seat):
    """Write down a role."""
    form = RoleForm(request.POST or None)
    if form.is_valid():
        actions.add_role(seat, **form.cleaned_data)
        return redirect("tasks:role-list", seat.group.address)
    return render(request, "tasks/role_add.html", {"seat": seat, "form": form})


def role_of(seat, pk):
    return get_object_or_404(Role.objects.of(seat.group).select_related("item"), pk=pk)


@members_only
def role_edit(request, seat, pk):
    """Say in other words what a role is."""
    role = role_of(seat, pk)
    said = opened(seat, role.item, ROLE)
    form = RoleForm(request.POST or None, initial={"name": said["name"], "about": said["about"]})
    if form.is_valid():
        actions.edit_role(role, seat=seat, **form.cleaned_data)
        return redirect("tasks:role-list", seat.group.address)
    return render(request, "tasks/role_edit.html", {"seat": seat, "role": role, "name": role_name(said), "form": form})


@members_only
def role_take(request, seat, pk):
    """Hold a role for some months, or hold it longer."""
    role, today = role_of(seat, pk), timezone.localdate()
    form = RoleTakeForm(request.POST or None)
    if form.is_valid():
        try:
            actions.take_role(role, seat=seat, months=form.cleaned_data["months"], today=today)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("tasks:role-list", seat.group.address)
    said = opened(seat, role.item, ROLE)
    holding = role.holdings.now(today).filter(seat=seat).first()
    context = {"seat": seat, "role": role, "name": role_name(said), "about": said["about"], "holding": holding}
    return render(request, "tasks/role_take.html", {**context, "form": form})


@members_only
def role_release(request, seat, pk):
    """Hand a role back."""
    role = role_of(seat, pk)
    if request.method == "POST":
        actions.hand_back_role(role, seat=seat)
    return redirect("tasks:role-list", seat.group.address)


@members_only
def role_delete(request, seat, pk):
    """Erase a role, after asking."""
    role = role_of(seat, pk)
    if request.method == "POST":
        actions.erase_role(role)
        return redirect("tasks:role-list", seat.group.address)
    name = role_name(opened(seat, role.item, ROLE))
    return render(request, "tasks/role_delete.html", {"seat": seat, "role": role, "name": name})
