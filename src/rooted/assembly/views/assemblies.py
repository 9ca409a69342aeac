"""Assemblies: the list, calling one, one of them, its notice, its end."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from rooted.assembly import calling, running
from rooted.assembly.access import assemblies_of
from rooted.assembly.forms import AssemblyCallForm, AssemblyEditForm, PointForm
from rooted.assembly.reading import enough, point_rows, read_assembly, sitting_rows
from rooted.base import qr
from rooted.groups.access import members_only
from rooted.rules.deciding import rules_of

PAGE = 50


@members_only
def assembly_list(request, seat):
    """Those to come, the next first; with ?show=past those that ended."""
    past = request.GET.get("show") == "past"
    found = assemblies_of(seat).filter(ended_on__isnull=not past).annotate(sittings_in_all=Count("sittings"))
    page = Paginator(found.order_by("-day" if past else "day", "pk"), PAGE).get_page(request.GET.get("page"))
    rows = [read_assembly(seat, assembly) for assembly in page.object_list]
    return render(request, "assembly/assembly_list.html", {"seat": seat, "past": past, "page": page, "rows": rows})


@members_only
def assembly_call(request, seat):
    """Call an assembly with its first sitting."""
    standing = rules_of(seat)
    rules = standing.rules
    initial = {"notice_days": rules.notice_days, "quorum": rules.quorum}
    form = AssemblyCallForm(request.POST or None, rules=standing.binding, initial=initial)
    if form.is_valid():
        try:
            made = calling.call_assembly(seat, form.called(), form.met(), today=timezone.localdate())
        except ValidationError as refusal:
            form.add_error("day", refusal)
        else:
            return to_assembly(seat, made.pk)
    return render(request, "assembly/assembly_call.html", {"seat": seat, "form": form, "standing": standing})


def assembly_of(seat, pk):
    return get_object_or_404(assemblies_of(seat), pk=pk)


def to_assembly(seat, pk, fragment=""):
    return redirect(reverse("assembly:assembly-detail", args=[seat.group.address, pk], fragment=fragment or None))


@members_only
def assembly_detail(request, seat, pk):
    """One assembly: when and where it meets, its agenda, what it decides."""
    return show_assembly(request, seat, assembly_of(seat, pk))


def sittings_with_waiting(assembly):
    """Its sittings, each with how many sheets wait for a second member."""
    waiting = Count("filled", filter=Q(filled__confirmed_on=None, filled__isnull=False))
    return assembly.sittings.select_related("item").annotate(waiting=waiting)


def show_assembly(request, seat, assembly, *, form=None, refusal=None):
    row, sittings = read_assembly(seat, assembly), sitting_rows(seat, sittings_with_waiting(assembly))
    context = {
        "seat": seat,
        "assembly": assembly,
        "row": row,
        "sittings": sittings,
        "points": point_rows(seat, assembly.points.select_related("item")),
        "enough": enough(row, sittings),
        "form": form or PointForm(),
        "refusal": refusal,
    }
    return render(request, "assembly/assembly_detail.html", context)


@members_only
def assembly_edit(request, seat, pk):
    """Say what it is about in other words; what somebody changed meanwhile is shown first."""
    assembly = assembly_of(seat, pk)
    row = read_assembly(seat, assembly)
    rules = rules_of(seat).binding
    form = AssemblyEditForm(request.POST or None, rules=rules, initial=row.said | {"seen": assembly.version})
    theirs = None
    if form.is_valid():
        try:
            calling.edit_assembly(assembly, seat=seat, called=form.called(), seen=form.cleaned_data["seen"] or 0)
        except ValidationError as refusal:
            assembly = assembly_of(seat, pk)
            form, theirs = form.again(assembly.version, refusal), read_assembly(seat, assembly)
        else:
            return to_assembly(seat, pk)
    context = {"seat": seat, "assembly": assembly, "form": form, "theirs": theirs}
    return render(request, "assembly/assembly_edit.html", context)


@members_only
def assembly_notice(request, seat, pk):
    """The notice on A4, with the code of the group's page; with ?agenda=yes the points too."""
    assembly = assembly_of(seat, pk)
    if assembly.waits_since:
        return to_assembly(seat, pk)
    server = settings.ADDRESS or request.build_absolute_uri("/").rstrip("/")
    link = server + seat.group.get_absolute_url()
    agenda = request.GET.get("agenda") == "yes"
    context = {
        "seat": seat,
        "assembly": assembly,
        "row": read_assembly(seat, assembly),
        "sittings": sitting_rows(seat, assembly.sittings.select_related("item")),
        "points": point_rows(seat, assembly.points.select_related("item")) if agenda else [],
        "agenda": agenda,
        "picture": qr.picture(link, fills=True),
        "link": link.partition("//")[2].rstrip("/"),
    }
    return render(request, "assembly/assembly_notice.html", context)


@members_only
def assembly_hang(request, seat, pk):
    """The notice hangs."""
    assembly = assembly_of(seat, pk)
    if request.method == "POST":
        calling.hang_notice(assembly, today=timezone.localdate())
    return to_assembly(seat, pk)


@members_only
def assembly_second(request, seat, pk):
    """A second member stands behind the call."""
    assembly = assembly_of(seat, pk)
    if request.method == "POST":
        try:
            calling.second_call(assembly, seat=seat, today=timezone.localdate())
        except ValidationError as refusal:
            return show_assembly(request, seat, assembly, refusal=refusal)
    return to_assembly(seat, pk)


@members_only
def assembly_end(request, seat, pk):
    """It is over, after asking once."""
    assembly = assembly_of(seat, pk)
    if request.method == "POST":
        running.end_assembly(assembly, seat=seat, now=timezone.now())
        return to_assembly(seat, pk)
    return render(request, "assembly/assembly_end.html", {"seat": seat, "row": read_assembly(seat, assembly)})


@members_only
def assembly_erase(request, seat, pk):
    """Erase an assembly, after asking once."""
    assembly = assembly_of(seat, pk)
    if request.method == "POST":
        calling.erase_assembly(assembly)
        return redirect("assembly:assembly-list", seat.group.address)
    return render(request, "assembly/assembly_erase.html", {"seat": seat, "row": read_assembly(seat, assembly)})
