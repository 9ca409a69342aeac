"""The desk: all reports, one of them with its path and its steps, erasing one."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from rooted.drafts.steps.every import STEPS, steps_with
from rooted.groups.access import members_only
from rooted.reports import actions
from rooted.reports.access import reports_of
from rooted.reports.models import VERSIONS_KEPT
from rooted.reports.path import next_of, path_of
from rooted.reports.reading import name_in, newest_of, report_rows, seat_names

PAGE = 50


@members_only
def report_list(request, seat):
    """All reports of the group, the last changed first."""
    page = Paginator(reports_of(seat).newest_first(), PAGE).get_page(request.GET.get("page"))
    context = {"seat": seat, "page": page, "rows": report_rows(seat, page.object_list)}
    return render(request, "reports/report_list.html", context)


def found(seat, pk):
    """A report of the seat's group, with what stands in it now; 404 otherwise."""
    report = get_object_or_404(reports_of(seat), pk=pk)
    newest = newest_of(seat, report)
    if newest is None:
        raise Http404
    return report, newest


def readable(seat, pk):
    """The same; 404 also for one that cannot be opened."""
    report, newest = found(seat, pk)
    if newest.lost:
        raise Http404
    return report, newest


def back_to(seat, pk):
    return redirect("reports:report-detail", seat.group.address, pk)


@members_only
def report_detail(request, seat, pk):
    """One report: how far it is, what it holds, what comes next."""
    return show(request, seat, *found(seat, pk))


def show(request, seat, report, newest, *, refusal=None):
    context = {"seat": seat, "report": report, "newest": newest, "kept": VERSIONS_KEPT, "refusal": refusal}
    if newest.draft is not None:
        rungs = path_of(report, newest.draft)
        steps = steps_with(newest.draft)
        context |= {"rungs": rungs, "next": next_of(rungs), "steps": steps, "draft": newest.draft}
        context["write_on"] = next((step.name for step in steps if not step.filled), next(iter(STEPS)))
        context["first"] = name_in(seat_names(seat), report.forward_seat_id)
        context["mine"] = report.forward_seat_id == seat.pk
        context["to_be_withdrawn"] = actions.to_be_withdrawn(report, seat)
    return render(request, "reports/report_detail.html", context)


@members_only
def report_erase(request, seat, pk):
    """Erase what was never published, after asking once."""
    report, newest = found(seat, pk)
    if report.struggle_id is not None:
        return back_to(seat, pk)
    if request.method == "POST" and request.POST.get("sure") == "yes":
        try:
            actions.erase_report(report)
        except ValidationError as refusal:
            return show(request, seat, report, newest, refusal=refusal)
        return redirect("reports:report-list", seat.group.address)
    return render(request, "reports/report_erase.html", {"seat": seat, "report": report, "newest": newest})
