"""What members do with the list of groups that help: their own line, lists from elsewhere."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.groups.access import members_only
from rooted.support import actions
from rooted.support.forms import DirectoryImportForm, HelpEntryForm
from rooted.support.importing import import_directory
from rooted.support.models import HelpEntry

PAGE = 50


@members_only
def help_entry(request, seat):
    """Offer help to other groups, or take the offer back."""
    form = HelpEntryForm(request.POST or None, initial=current(seat.group))
    if form.is_valid():
        said = dict(form.cleaned_data)
        try:
            if said.pop("offered"):
                actions.offer_help(seat.group, **said)
            else:
                actions.stop_offering(seat.group)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return redirect("support:together", seat.group.address)
    return render(request, "support/help_entry.html", {"form": form})


def current(group):
    """What stands in the list now, or what the group's public page suggests."""
    entry = HelpEntry.objects.filter(group=group).first()
    if entry is None:
        return {"offered": "no", "languages": group.languages.split(","), "area": group.area}
    return {
        "offered": "yes",
        "kinds": entry.kind_codes,
        "languages": entry.language_codes,
        "area": entry.area,
        "about": entry.about,
    }


@members_only
def directory_import(request, seat):
    """Take over a list from another server; what came from elsewhere can be hidden."""
    sent = request.method == "POST"
    form = DirectoryImportForm(request.POST, request.FILES) if sent else DirectoryImportForm()
    report = None
    if form.is_valid():
        try:
            report = import_directory(form.cleaned_data["file"].read(), today=timezone.now().date())
        except ValidationError as refusal:
            form.add_error(None, refusal)
    rows = HelpEntry.objects.filter(group=None).select_related("hidden_by").order_by("name", "pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "support/directory_import.html", {"form": form, "report": report, "page": page})


@members_only
def directory_hide(request, seat, pk):
    """Take an imported line out of sight."""
    entry = get_object_or_404(HelpEntry, pk=pk, group=None)
    if request.method == "POST":
        actions.hide_entry(entry, group=seat.group, today=timezone.now().date())
    return redirect("support:directory-import", seat.group.address)


@members_only
def directory_show(request, seat, pk):
    """Let strangers see it again."""
    entry = get_object_or_404(HelpEntry, pk=pk, group=None)
    if request.method == "POST":
        actions.show_entry(entry)
    return redirect("support:directory-import", seat.group.address)
