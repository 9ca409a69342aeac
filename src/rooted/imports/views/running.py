"""One import: how far it is, its report, and what members do with it."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from rooted.groups.access import members_only
from rooted.imports import actions, changed, report
from rooted.imports.access import batches_of
from rooted.imports.forms import ImportUndoForm
from rooted.imports.progress import progress_of, sums_of, waiting

ON_A_PAGE = 50
RECORDS = 10
MOST_NEWER = 200


@require_safe
@members_only
def import_detail(request, seat, pk):
    return show(request, get_object_or_404(batches_of(seat), pk=pk))


@members_only
@require_POST
def import_pause(request, seat, pk):
    batch = get_object_or_404(batches_of(seat), pk=pk)
    actions.pause_import(batch)
    return redirect("imports:import-detail", seat.group.address, pk)


@members_only
@require_POST
def import_resume(request, seat, pk):
    batch = get_object_or_404(batches_of(seat), pk=pk)
    actions.resume_import(batch)
    return redirect("imports:import-detail", seat.group.address, pk)


@members_only
@require_POST
def import_forward(request, seat, pk):
    batch = get_object_or_404(batches_of(seat), pk=pk)
    try:
        actions.put_forward(batch, seat=seat.pk, running_at_once=request.POST.get("at_once") == "on")
    except ValidationError as refusal:
        return show(request, batch, refusal)
    return redirect("imports:import-detail", seat.group.address, pk)


@members_only
@require_POST
def import_clear(request, seat, pk):
    batch = get_object_or_404(batches_of(seat), pk=pk)
    try:
        actions.clear_batch(batch, seat=seat.pk)
    except ValidationError as refusal:
        return show(request, batch, refusal)
    return redirect("imports:import-detail", seat.group.address, pk)


@members_only
def import_undo(request, seat, pk):
    """Take the whole import back, after asking once; what is public needs a reason."""
    batch = get_object_or_404(batches_of(seat).filter(undo_on=None), pk=pk)
    progress = progress_of(batch)
    form = ImportUndoForm(request.POST or None) if progress.published else None
    if request.method == "POST" and (form is None or form.is_valid()):
        actions.undo_import(batch, why=form.cleaned_data["why"] if form else "")
        return redirect("imports:import-list", seat.group.address)
    return render(request, "imports/import_undo.html", {"batch": batch, "progress": progress, "form": form})


@require_safe
@members_only
def import_report(request, seat, pk):
    """The whole report as CSV, to be saved."""
    batch = get_object_or_404(batches_of(seat), pk=pk)
    answer = StreamingHttpResponse(report.lines(batch), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="report.csv"'
    return answer


def show(request, batch, refusal=None):
    """The page of one import: its sums, its report, its records, and what this member can do now."""
    batch.refresh_from_db()
    kind = request.GET.get("kind", "")
    records = Paginator(batch.struggles.order_by("id"), RECORDS)  # ids are random: so is the order
    context = {
        "batch": batch,
        "progress": progress_of(batch),
        "sums": sums_of(batch),
        "kinds": report.kinds(batch, kind),
        "kind": kind if kind in report.KINDS else "",
        "report": Paginator(report.notes_of(batch, kind), ON_A_PAGE).get_page(request.GET.get("page")),
        "records": records.get_page(request.GET.get("records")),
        "mine": batch.first_seat == request.seat.pk,
        "waiting": waiting(batch, timezone.localdate()),
        "newer": changed.shown(batch)[:MOST_NEWER] if batch.rows_newer else (),
        "refusal": refusal,
    }
    return render(request, "imports/import_detail.html", context, status=409 if refusal else 200)
