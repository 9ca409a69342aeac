"""The agenda: any member adds a point, changes it, moves it, takes it off."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, render

from rooted.assembly import calling
from rooted.assembly.access import points_of
from rooted.assembly.forms import PointEditForm, PointForm
from rooted.assembly.reading import point_rows
from rooted.assembly.views.assemblies import assembly_of, show_assembly, to_assembly
from rooted.groups.access import members_only


@members_only
def agenda_add(request, seat, pk):
    """Put a point on the agenda, in the form of the assembly's page."""
    assembly = assembly_of(seat, pk)
    form = PointForm(request.POST or None)
    if request.method != "POST":
        return to_assembly(seat, pk, "agenda")
    if form.is_valid():
        try:
            calling.add_point(assembly, seat=seat, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return to_assembly(seat, pk, "agenda")
    return show_assembly(request, seat, assembly, form=form)


def point_of(seat, pk):
    point = get_object_or_404(points_of(seat), pk=pk)
    (row,) = point_rows(seat, [point])
    return point, row


@members_only
def agenda_edit(request, seat, pk):
    """Say a point in other words; what somebody changed meanwhile is shown first."""
    point, row = point_of(seat, pk)
    initial = {"title": row.title, "text": row.text, "seen": point.version}
    form, theirs = PointEditForm(request.POST or None, initial=initial), None
    if form.is_valid():
        typed = form.cleaned_data | {"seen": form.cleaned_data["seen"] or 0}
        try:
            calling.edit_point(point, seat=seat, **typed)
        except ValidationError as refusal:
            point, theirs = point_of(seat, pk)
            form = form.again(point.version, refusal)
        else:
            return to_assembly(seat, point.assembly_id, "agenda")
    context = {"seat": seat, "point": point, "form": form, "theirs": theirs}
    return render(request, "assembly/agenda_edit.html", context)


@members_only
def agenda_move(request, seat, pk):
    """One place up or down."""
    point, _row = point_of(seat, pk)
    if request.method == "POST":
        try:
            calling.move_point(point, up=request.POST.get("way") == "up")
        except ValidationError as refusal:
            return show_assembly(request, seat, assembly_of(seat, point.assembly_id), refusal=refusal)
    return to_assembly(seat, point.assembly_id, "agenda")


@members_only
def agenda_erase(request, seat, pk):
    """Take a point off the agenda, after asking once."""
    point, row = point_of(seat, pk)
    context = {"seat": seat, "point": point, "row": row, "refusal": None}
    if request.method == "POST":
        try:
            calling.erase_point(point)
        except ValidationError as refusal:
            context["refusal"] = refusal
        else:
            return to_assembly(seat, point.assembly_id, "agenda")
    return render(request, "assembly/agenda_erase.html", context)
