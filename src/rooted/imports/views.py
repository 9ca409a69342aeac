"""A group's imports, for its members."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from rooted.groups.access import members_only
from rooted.imports import actions
from rooted.imports.access import batches_of

ON_A_PAGE = 50
SAMPLES = 10


@members_only
def import_list(request, seat):
    return render(request, "imports/import_list.html", {"batches": batches_of(seat)})


@members_only
def import_detail(request, seat, pk):
    return show(request, seat, get_object_or_404(batches_of(seat), pk=pk))


@members_only
@require_POST
def import_forward(request, seat, pk):
    batch = get_object_or_404(batches_of(seat), pk=pk)
    try:
        actions.put_forward(batch, seat=seat.pk)
    except ValidationError as refusal:
        return show(request, seat, batch, refusal)
    return redirect("imports:import-detail", seat.group.address, pk)


@members_only
@require_POST
def import_clear(request, seat, pk):
    batch = get_object_or_404(batches_of(seat), pk=pk)
    try:
        actions.clear_batch(batch, seat=seat.pk)
    except ValidationError as refusal:
        return show(request, seat, batch, refusal)
    return redirect("imports:import-detail", seat.group.address, pk)


def show(request, seat, batch, refusal=None):
    """The page of one import: its sums, its report, some of its records, and what this member can do now."""
    batch.refresh_from_db()
    report = Paginator(batch.notes.order_by("row", "id"), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "batch": batch,
        "report": report,
        "samples": batch.struggles.order_by("id")[:SAMPLES],  # ids are random: so is the sample
        "mine": batch.first_seat == seat.pk,
        "refusal": refusal,
    }
    return render(request, "imports/import_detail.html", context, status=409 if refusal else 200)
