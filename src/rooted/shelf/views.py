"""The shelf: the files a group keeps, putting one there, one of them, and what members do with it."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from rooted.base import seal, uploads
from rooted.circles.files import chunks_of
from rooted.groups.access import members_only
from rooted.shelf import actions, reading
from rooted.shelf.access import files_of, keys_for
from rooted.shelf.forms import FileAddForm, FileRenameForm

PAGE = 50


@require_safe
@members_only
def file_list(request, seat):
    """All files this seat can open, the newest first, and how much room is left."""
    page = Paginator(files_of(seat).newest_first(), PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "page": page, "rows": reading.rows(seat, page.object_list), **reading.room(seat)}
    return render(request, "shelf/file_list.html", context)


@members_only
def file_add(request, seat):
    """Put files on the shelf."""
    form = FileAddForm(request.POST or None, request.FILES or None, seat=seat)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            actions.put_on_shelf(
                seat, keys=form.keys(), title=typed["title"], uploads=typed["files"], now=timezone.now()
            )
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("shelf:file-list", seat.group.address)
    return render(request, "shelf/file_add.html", {"seat": seat, "form": form})


@require_safe
@members_only
def file_detail(request, seat, pk):
    """One file: what it is, the way to fetch it, another title."""
    return show_file(request, seat, get_object_or_404(files_of(seat), pk=pk))


def show_file(request, seat, on_shelf, *, form=None, refusal=None):
    row = reading.row(seat, on_shelf)
    form = form or FileRenameForm(initial={"title": row.title})
    return render(request, "shelf/file_detail.html", {"seat": seat, "row": row, "form": form, "refusal": refusal})


@require_safe
@members_only
def file_download(request, seat, pk):
    """The file, to be saved on the device."""
    on_shelf = get_object_or_404(files_of(seat), pk=pk)
    open_file = reading.row(seat, on_shelf).open_file
    if open_file is not None:
        try:
            return uploads.download(chunks_of(open_file), media_type=open_file.media_type, size=open_file.size)
        except seal.Closed:
            pass
    return show_file(request, seat, on_shelf, refusal=True)


@members_only
def file_rename(request, seat, pk):
    """Give it another title."""
    on_shelf = get_object_or_404(files_of(seat), pk=pk)
    if request.method == "POST":
        form = FileRenameForm(request.POST)
        if form.is_valid():
            try:
                actions.rename_file(on_shelf, keys=keys_for(seat, on_shelf), title=form.cleaned_data["title"])
            except ValidationError as refusal:
                form.add_error(None, refusal)
        if form.errors:
            return show_file(request, seat, on_shelf, form=form)
    return redirect("shelf:file-detail", seat.group.address, pk)


@members_only
def file_erase(request, seat, pk):
    """Erase it for everyone, after asking once."""
    on_shelf = get_object_or_404(files_of(seat), pk=pk)
    if request.method == "POST" and request.POST.get("sure") == "yes":
        actions.erase_file(on_shelf)
        return redirect("shelf:file-list", seat.group.address)
    return render(request, "shelf/file_erase.html", {"seat": seat, "row": reading.row(seat, on_shelf)})
