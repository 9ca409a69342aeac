"""The mappings of a group: kept, shared with other groups, taken along as a small file."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from rooted.base.uploads import kept_in
from rooted.groups.access import members_only
from rooted.imports import sharing
from rooted.imports.access import files_of, mappings_of, usable_mappings
from rooted.imports.forms import ImportMapForm, MappingAddForm
from rooted.imports.keeping import Packed
from rooted.imports.views.files import adjusted, show_map


@require_safe
@members_only
def mapping_list(request, seat):
    """The group's own mappings, and those that other groups share."""
    usable = list(usable_mappings(seat.group).defer("content").order_by("name"))
    own = [one for one in usable if one.group_id == seat.group.pk]
    shared = [one for one in usable if one.group_id != seat.group.pk]
    return render(request, "imports/mapping_list.html", {"own": own, "shared": shared})


@members_only
@require_POST
def mapping_save(request, seat, pk):
    """Keep the mapping of a file under the list's name."""
    file = get_object_or_404(files_of(seat), pk=pk)
    form = ImportMapForm(request.POST, file=file)
    if not adjusted(form, file):
        return show_map(request, file, form)
    sharing.save_mapping(seat.group, file.plan)
    return redirect("imports:import-map", seat.group.address, pk)


@members_only
@kept_in(Packed)
def mapping_add(request, seat):
    """Take a mapping in that somebody sent as a file."""
    form = MappingAddForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        try:
            sharing.take_mapping(seat.group, form.cleaned_data["file"].kept.end())
        except ValidationError as refusal:
            form.add_error("file", refusal)
        else:
            return redirect("imports:mapping-list", seat.group.address)
    return render(request, "imports/mapping_add.html", {"form": form})


@require_safe
@members_only
def mapping_download(request, seat, pk):
    """A mapping as a small JSON file."""
    usable = usable_mappings(seat.group).filter(Q(group=seat.group) | Q(shared_on__isnull=False))
    saved = get_object_or_404(usable, pk=pk)
    answer = HttpResponse(saved.content, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="mapping.json"'
    return answer


@members_only
@require_POST
def mapping_share(request, seat, pk):
    """Let other groups on this server use it, or no longer."""
    sharing.share_mapping(get_object_or_404(mappings_of(seat), pk=pk), shared=request.POST.get("shared") == "yes")
    return redirect("imports:mapping-list", seat.group.address)


@members_only
@require_POST
def mapping_erase(request, seat, pk):
    get_object_or_404(mappings_of(seat), pk=pk).delete()
    return redirect("imports:mapping-list", seat.group.address)
