"""What will strangers read? Putting forward, taking back, releasing, correcting, withdrawing: always two members."""

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from rooted.base.versions import SeenForm
from rooted.drafts.identifying import hides_names, said_elsewhere, what_may_identify
from rooted.groups.access import members_only, seat_names
from rooted.reports import actions
from rooted.reports.access import records_of
from rooted.reports.forms import ForwardForm, WithdrawForm
from rooted.reports.reading import name_in
from rooted.reports.views.reports import back_to, found, readable, show
from rooted.struggles.shown import Told


def preview(seat, report, newest):
    """What both readers see: the record as it will stand, what may identify people, what is kept back, what no more."""
    draft = newest.draft
    return {
        "seat": seat,
        "report": report,
        "newest": newest,
        "draft": draft,
        "told": Told(draft.shown, today=timezone.localdate(), withheld=len(draft.kept_back)),
        "warnings": what_may_identify(draft.shown) + said_elsewhere(draft.record, draft.shown),
        "hides_names": hides_names(draft.shown),
        "becoming_public": draft.becoming_public(report.struggle),
        "first": name_in(seat_names(seat), report.forward_seat_id),
        "mine": report.forward_seat_id == seat.pk,
    }


@members_only
def report_forward(request, seat, pk):
    """Read what strangers will read, and say the first yes."""
    report, newest = readable(seat, pk)
    if report.forward_id and request.method != "POST":
        return redirect("reports:report-release", seat.group.address, pk)
    kind = {"correction": report.struggle_id is not None, "running": newest.draft.may_run}
    initial = {"seen": report.number}
    form = ForwardForm(request.POST or None, **kind, today=timezone.localdate(), initial=initial)
    if form.is_valid():
        seen = form.cleaned_data["seen"] or 0
        try:
            actions.put_forward(report, form.forward(), seat=seat, seen=seen, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, pk)
    return render(request, "reports/report_forward.html", preview(seat, report, newest) | {"form": form})


@members_only
def report_take_back(request, seat, pk):
    """Wait for no second member any more; with `stop` also not for the day on which strangers could read it."""
    report, _newest = found(seat, pk)
    if request.method == "POST" and request.POST.get("stop"):
        try:
            actions.stop_publication(report)
        except ValidationError as refusal:
            return show(request, seat, *found(seat, pk), refusal=refusal)
    elif request.method == "POST":
        actions.take_back(report)
    return back_to(seat, pk)


@members_only
def report_release(request, seat, pk):
    """The second yes, by another member: publish, correct or withdraw what was put forward."""
    report, newest = readable(seat, pk)
    if report.forward is None and request.method != "POST":
        return back_to(seat, pk)
    form = SeenForm(request.POST or None, initial={"seen": report.number})
    if form.is_valid():
        try:
            actions.release_report(report, seat=seat, seen=form.cleaned_data["seen"] or 0, now=timezone.now())
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, pk)
    said = actions.forward_of(report, seat)
    context = preview(seat, report, newest) | {"form": form, "said": said}
    context["day_of_it"] = actions.day_of_it(newest.draft, said, timezone.localdate())
    return render(request, "reports/report_release.html", context)


@members_only
def report_correct(request, seat, public_id):
    """Open a published record on the desk; strangers read it as it is until two members release what was changed."""
    struggle = get_object_or_404(records_of(seat), public_id=public_id)
    if request.method == "POST":
        return back_to(seat, actions.open_for_correction(seat, struggle, now=timezone.now()).pk)
    return render(request, "reports/report_correct.html", {"seat": seat, "struggle": struggle})


@members_only
def report_withdraw(request, seat, public_id):
    """The first yes to taking a published record back in the open, with the reason."""
    struggle = get_object_or_404(records_of(seat), public_id=public_id)
    form = WithdrawForm(request.POST or None)
    if form.is_valid():
        now = timezone.now()
        report = actions.open_for_correction(seat, struggle, now=now)
        try:
            actions.put_forward(report, form.forward(), seat=seat, seen=report.number, now=now)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            return back_to(seat, report.pk)
    return render(request, "reports/report_withdraw.html", {"seat": seat, "struggle": struggle, "form": form})
