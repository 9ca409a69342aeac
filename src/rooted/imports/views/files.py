"""The imports of a group: the list of them, a file that is brought in, and how its columns are read."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from rooted.base.uploads import kept_in
from rooted.groups.access import members_only
from rooted.imports import actions, trying
from rooted.imports.access import batches_of, files_of, origin_of, usable_mappings
from rooted.imports.forms import ImportAddForm, ImportMapForm
from rooted.imports.keeping import Packed
from rooted.imports.progress import state_of

ON_A_PAGE = 50


@require_safe
@members_only
def import_list(request, seat):
    """What waits to be read, and all imports with how far they are."""
    page = Paginator(batches_of(seat), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [(batch, state_of(batch)) for batch in page]
    waiting = files_of(seat).only("id", "name", "came_on")
    return render(request, "imports/import_list.html", {"page": page, "rows": rows, "waiting": waiting})


@members_only
@kept_in(Packed)
def import_add(request, seat):
    """Choose a file; it is looked through at once."""
    form = ImportAddForm(request.POST or None, request.FILES or None, mappings=usable_mappings(seat.group))
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            file = actions.take_file(sent.kept.end(), name=sent.name, group=seat.group, mapping=form.chosen())
        except ValidationError as refusal:
            form.add_error("file", refusal)
        else:
            return redirect("imports:import-map", seat.group.address, file.pk)
    return render(request, "imports/import_add.html", {"form": form})


@members_only
def import_map(request, seat, pk):
    """How each column is read, with real values beside it, and some rows as they will look."""
    file = get_object_or_404(files_of(seat), pk=pk)
    form = ImportMapForm(request.POST or None, file=file)
    if request.method == "POST" and adjusted(form, file):
        return redirect(f"{request.path}#preview")
    return show_map(request, file, form)


@members_only
@require_POST
def import_start(request, seat, pk):
    """Read it as it was adjusted; the worker does the rest."""
    file = get_object_or_404(files_of(seat), pk=pk)
    form = ImportMapForm(request.POST, file=file)
    if adjusted(form, file):
        try:
            batch = actions.start_import(file)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("imports:import-detail", seat.group.address, batch.pk)
    return show_map(request, file, form)


@members_only
@require_POST
def import_discard(request, seat, pk):
    """Erase a file that nobody wants to bring in after all."""
    actions.discard_file(get_object_or_404(files_of(seat), pk=pk))
    return redirect("imports:import-list", seat.group.address)


def adjusted(form, file):
    """Keep what was filled in; False where something is to be put right."""
    if not form.is_valid():
        return False
    try:
        actions.change_mapping(file, form.mapping())
    except ValidationError as refusal:
        form.add_error(None, refusal)
    return not form.errors


def show_map(request, file, form):
    plan = file.plan
    context = {
        "file": file,
        "form": form,
        "tried": trying.tried(file.look, plan),
        "summary": trying.summary(file.look, plan),
        "missing": actions.missing(plan, file.look),
        "origin": origin_of(plan, file.group),
    }
    return render(request, "imports/import_map.html", context)
