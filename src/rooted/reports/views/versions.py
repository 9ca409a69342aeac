"""What stood in a report before: the list of versions, one of them, two compared, one brought back."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.base.comparison import compare
from rooted.base.versions import CompareForm, SeenForm
from rooted.drafts.draft import whole
from rooted.drafts.steps.every import STEPS
from rooted.groups.access import members_only
from rooted.reports import actions
from rooted.reports.access import versions_of
from rooted.reports.models import VERSIONS_KEPT
from rooted.reports.reading import newest_of, read_version, version_of
from rooted.reports.views.reports import back_to, found


@members_only
def version_list(request, seat, pk):
    """Every kept version of a report, the newest first."""
    report, newest = found(seat, pk)
    stood = [read_version(seat, version) for version in versions_of(seat).filter(report=report).order_by("-number")]
    rows = [(one, STEPS[one.step].title if one.step in STEPS else "") for one in stood]
    context = {"seat": seat, "report": report, "newest": newest, "rows": rows, "kept": VERSIONS_KEPT}
    numbers = [one.version.number for one in stood]
    context["form"] = CompareForm(numbers=numbers, initial={"older": numbers[-1], "newer": numbers[0]})
    return render(request, "reports/version_list.html", context)


@members_only
def version_compare(request, seat, pk):
    """What changed from ?older= to ?newer=, two numbers; without them the last change."""
    report, newest = found(seat, pk)
    numbers = list(report.versions.order_by("-number").values_list("number", flat=True))
    last = {"older": str(numbers[:2][-1]), "newer": str(numbers[0])}
    asked = {name: request.GET.get(name, last[name]) for name in last}
    form = CompareForm(asked, numbers=numbers)
    context = {"seat": seat, "report": report, "newest": newest, "form": form}
    if form.is_valid():
        older, newer = (version_of(seat, report, int(form.cleaned_data[name])) for name in ("older", "newer"))
        if older and newer and older.draft and newer.draft:
            context |= {"older": older, "newer": newer, "lines": compare(whole(older.draft), whole(newer.draft))}
    return render(request, "reports/version_compare.html", context)


def version_found(seat, pk):
    version = get_object_or_404(versions_of(seat), pk=pk)
    return version.report, read_version(seat, version)


@members_only
def version_detail(request, seat, pk):
    """One earlier version."""
    return show_version(request, seat, *version_found(seat, pk))


def show_version(request, seat, report, stood, *, refusal=None):
    lines = whole(stood.draft) if stood.draft is not None else ""
    form = SeenForm(initial={"seen": report.number})
    context = {"seat": seat, "report": report, "stood": stood, "text": lines, "form": form, "refusal": refusal}
    return render(request, "reports/version_detail.html", context)


@members_only
def version_restore(request, seat, pk):
    """Make what stood in an earlier version the newest one; all others stay."""
    report, stood = version_found(seat, pk)
    form = SeenForm(request.POST or None)
    if request.method != "POST" or not form.is_valid() or stood.draft is None:
        return redirect("reports:version-detail", seat.group.address, pk)
    newest = newest_of(seat, report)
    if newest is not None and newest.draft == stood.draft:
        return back_to(seat, report.pk)
    bring_back = {"seen": form.cleaned_data["seen"] or 0, "brought_back": stood.version.number}
    try:
        actions.save_draft(report, stood.draft, seat=seat, now=timezone.now(), **bring_back)
    except ValidationError as refusal:
        report.refresh_from_db()
        return show_version(request, seat, report, stood, refusal=refusal)
    return back_to(seat, report.pk)
