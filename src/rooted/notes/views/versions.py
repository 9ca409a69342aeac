"""What stood in a note before: the list of versions, one of them, two compared, one brought back."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.base import markup
from rooted.base.comparison import compare
from rooted.base.versions import CompareForm, SeenForm
from rooted.groups.access import members_only
from rooted.notes import actions
from rooted.notes.access import versions_of
from rooted.notes.models import VERSIONS_KEPT
from rooted.notes.reading import newest_of, read_version, version_of
from rooted.notes.views.notes import back_to, found


@members_only
def version_list(request, seat, pk):
    """Every kept version of a note, the newest first."""
    note, newest = found(seat, pk)
    rows = [read_version(seat, version) for version in versions_of(seat).filter(note=note).order_by("-number")]
    context = {"seat": seat, "note": note, "newest": newest, "rows": rows, "kept": VERSIONS_KEPT}
    numbers = [row.version.number for row in rows]
    context["form"] = CompareForm(numbers=numbers, initial={"older": numbers[-1], "newer": numbers[0]})
    return render(request, "notes/version_list.html", context)


@members_only
def version_compare(request, seat, pk):
    """What changed from ?older= to ?newer=, two numbers; without them the last change."""
    note, newest = found(seat, pk)
    numbers = list(note.versions.order_by("-number").values_list("number", flat=True))
    last = {"older": str(numbers[:2][-1]), "newer": str(numbers[0])}
    asked = {name: request.GET.get(name, last[name]) for name in last}
    form = CompareForm(asked, numbers=numbers)
    context = {"seat": seat, "note": note, "newest": newest, "form": form}
    if form.is_valid():
        older, newer = (version_of(seat, note, int(form.cleaned_data[name])) for name in ("older", "newer"))
        if older is not None and newer is not None:
            context |= {"older": older, "newer": newer, "lines": compare(older.written.whole, newer.written.whole)}
    return render(request, "notes/version_compare.html", context)


def version_found(seat, pk):
    version = get_object_or_404(versions_of(seat), pk=pk)
    return version.note, read_version(seat, version)


@members_only
def version_detail(request, seat, pk):
    """One earlier version."""
    note, stood = version_found(seat, pk)
    return show_version(request, seat, note, stood)


def show_version(request, seat, note, stood, *, refusal=None):
    context = {
        "seat": seat,
        "note": note,
        "stood": stood,
        "text": markup.html(stood.content.get("text", "")),
        "form": SeenForm(initial={"seen": note.number}),
        "refusal": refusal,
    }
    return render(request, "notes/version_detail.html", context)


@members_only
def version_restore(request, seat, pk):
    """Make what stood in an earlier version the newest one; all others stay."""
    note, stood = version_found(seat, pk)
    form = SeenForm(request.POST or None)
    if request.method != "POST" or not form.is_valid() or stood.lost:
        return redirect("notes:version-detail", seat.group.address, pk)
    newest = newest_of(seat, note)
    if newest is not None and newest.written == stood.written:
        return back_to(seat, note.pk)
    bring_back = {"written": stood.written, "brought_back": stood.version.number}
    try:
        actions.save_note(note, seat=seat, **bring_back, seen=form.cleaned_data["seen"] or 0, now=timezone.now())
    except ValidationError as refusal:
        note.refresh_from_db()
        return show_version(request, seat, note, stood, refusal=refusal)
    return back_to(seat, note.pk)
