"""The notes and minutes a group keeps together: the list, one of them, writing, editing, erasing."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.base import markup
from rooted.base.comparison import compare
from rooted.groups.access import circle_choices, members_only
from rooted.notes import actions
from rooted.notes.access import notes_of
from rooted.notes.forms import NoteEditForm, NoteWriteForm
from rooted.notes.models import VERSIONS_KEPT, Note
from rooted.notes.reading import (
    circle_names,
    newest_of,
    note_rows,
    overtaken_by,
    version_of,
    was_saved,
)

PAGE = 50


@members_only
def note_list(request, seat):
    """Notes and minutes, the last changed first; with ?show=minutes or ?show=note only these."""
    only = request.GET.get("show")
    only = only if only in Note.Kind.values else ""
    notes = notes_of(seat).filter(kind=only) if only else notes_of(seat)
    page = Paginator(notes.newest_first(), PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "only": only, "page": page, "rows": note_rows(seat, page.object_list)}
    return render(request, "notes/note_list.html", context)


def found(seat, pk):
    """A note this seat can open, with what stands in it now; 404 otherwise."""
    note = get_object_or_404(notes_of(seat), pk=pk)
    newest = newest_of(seat, note)
    if newest is None:
        raise Http404
    return note, newest


def back_to(seat, pk):
    return redirect("notes:note-detail", seat.group.address, pk)


@members_only
def note_detail(request, seat, pk):
    """One note, as it stands."""
    note, newest = found(seat, pk)
    context = {
        "seat": seat,
        "note": note,
        "newest": newest,
        "circle": circle_names(seat).get(note.circle_id, ""),
        "text": markup.html(newest.content.get("text", "")),
    }
    return render(request, "notes/note_detail.html", context)


@members_only
def note_write(request, seat):
    """Write down something new; ?kind=minutes chooses what it is."""
    kind = request.GET.get("kind")
    initial = {"kind": kind if kind in Note.Kind.values else Note.Kind.NOTE, "circle": ""}
    if initial["kind"] == Note.Kind.MINUTES:
        initial["held_on"] = timezone.localdate()
    form = NoteWriteForm(request.POST or None, choices=circle_choices(seat), initial=initial)
    if form.is_valid():
        typed = {"kind": form.kind_of_note(), "written": form.written(), "circle": form.chosen_circle()}
        try:
            note = actions.write_note(seat, **typed, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, note.pk)
    return render(request, "notes/note_write.html", {"seat": seat, "form": form})


@members_only
def note_edit(request, seat, pk):
    """Save the next version, unless somebody saved one meanwhile: then show it, with the text kept."""
    note = notes_of(seat).filter(pk=pk).first()
    newest = newest_of(seat, note) if note else None
    if newest is None:
        return show_erased(request, seat)
    context = {"seat": seat, "note": note, "kept": VERSIONS_KEPT}
    initial = {name: newest.content.get(name, "") for name in ("title", "text")}
    initial |= {"held_on": newest.held_on, "seen": note.number}
    form = NoteEditForm(request.POST or None, kind=note.kind, initial=initial)
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        if (seen == note.number and newest.written == form.written()) or save(seat, note, form, seen):
            return back_to(seat, pk)
        newest = newest_of(seat, note)
        if newest is None:
            return show_erased(request, seat)
        context |= meanwhile(seat, newest, version_of(seat, note, seen), form)
        form = form.again(newest.version.number, overtaken_by(seat, newest))
    return render(request, "notes/note_edit.html", context | {"form": form})


def save(seat, note, form, seen):
    """Save what was typed; whether that text stands there now, also when the form was sent twice."""
    try:
        actions.save_note(note, seat=seat, written=form.written(), seen=seen, now=timezone.now())
    except ValidationError:
        newest = newest_of(seat, note)
        return newest is not None and was_saved(seat, newest, form.written())
    return True


def meanwhile(seat, newest, seen, form):
    """What the page shows above a text that was not saved: what others changed, and what saving it would change."""
    now = newest.written.whole
    return {
        "newest": newest,
        "theirs": compare(seen.written.whole, now) if seen is not None else None,
        "yours": compare(now, form.written().whole),
    }


def show_erased(request, seat):
    """A note that is gone: 404, unless somebody comes with a text for it, which can be kept as a new note."""
    if not request.POST.get("text"):
        raise Http404
    kind = Note.Kind.MINUTES if "held_on" in request.POST else Note.Kind.NOTE
    typed = {name: request.POST.get(name, "") for name in ("title", "held_on", "text")}
    form = NoteWriteForm(choices=circle_choices(seat), initial=typed | {"kind": kind, "circle": ""})
    return render(request, "notes/note_edit.html", {"seat": seat, "form": form, "erased": True})


@members_only
def note_erase(request, seat, pk):
    """Erase a note and all its versions, after asking once."""
    note, newest = found(seat, pk)
    if request.method == "POST" and request.POST.get("sure") == "yes":
        actions.erase_note(note)
        return redirect("notes:note-list", seat.group.address)
    return render(request, "notes/note_erase.html", {"seat": seat, "note": note, "newest": newest})
