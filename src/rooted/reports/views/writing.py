"""Writing: a new report, and one step after the other."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone

from rooted.base.comparison import compare
from rooted.drafts.draft import blank, whole
from rooted.drafts.notworked import stretches
from rooted.drafts.steps.every import POINTS, STEPS, after, questions_with
from rooted.drafts.steps.form import ONE_MORE
from rooted.groups.access import members_only
from rooted.records.telling import between
from rooted.reports import actions
from rooted.reports.access import reports_of
from rooted.reports.reading import newest_of, overtaken_by, version_of
from rooted.reports.views.reports import back_to
from rooted.reports.words import offered
from rooted.reports.writing import Erased, keep_their_marks, save_step, with_theirs
from rooted.struggles.access import regions_known


@members_only
def report_begin(request, seat):
    """A new report: a title and a year are enough."""
    draft = blank(timezone.localdate(), seat.group.first_language)
    form = STEPS["what"].form(request.POST or None, draft=draft)
    if request.POST.get(ONE_MORE):
        form.kept_typed()
    elif form.is_valid():
        report = actions.begin_report(seat, form.put(draft), now=timezone.now())
        return redirect("reports:report-write", seat.group.address, report.pk, "whom")
    context = {"seat": seat, "form": form, "step": STEPS["what"], "regions": names_of_regions()}
    return render(request, "reports/report_begin.html", context)


@members_only
def report_write(request, seat, pk, step):
    """One step of a report; saving it goes on to the next, or back to the overview."""
    chosen, report = STEPS.get(step), reports_of(seat).filter(pk=pk).first()
    newest = newest_of(seat, report) if report else None
    if chosen is None or ((newest is None or newest.lost) and request.method != "POST"):
        raise Http404
    context = {"seat": seat, "step": chosen, "report": report, "newest": newest, "next": after(step)}
    if newest is None or newest.lost:
        return show_erased(request, context)
    form = form_of(chosen, request.POST or None, newest)
    if request.POST.get(ONE_MORE):
        form.kept_typed()
    elif form.is_valid():
        seen = {"seen": form.cleaned_data["seen"] or 0, "step": step}
        try:
            in_the_way = save_step(report, form, seat=seat, now=timezone.now(), **seen)
        except Erased:
            return show_erased(request, context)
        if in_the_way is None:
            return go_on(request, seat, pk, chosen)
        base = version_of(seat, report, seen["seen"])
        form = again(chosen, form, in_the_way, base)
        context |= meanwhile(in_the_way, base, form)
        form.add_error(None, overtaken_by(seat, in_the_way))
    return render(request, "reports/report_write.html", context | {"form": form} | beside(chosen, newest))


def form_of(step, data, newest):
    form = step.form(data, draft=newest.draft, initial={"seen": newest.version.number})
    if step.name.startswith(POINTS):
        form.vocabulary = offered(form.kind)
    return form


def go_on(request, seat, pk, step):
    following = after(step.name)
    if following is None or request.POST.get("then") == "desk":
        return back_to(seat, pk)
    return redirect("reports:report-write", seat.group.address, pk, following.name)


def beside(step, newest):
    """What a page shows beside its form: the working of the days not worked, other questions, names of regions."""
    if step.is_question:
        asked = questions_with(newest.draft)
        return {"asked": asked, "answered": sum(one.filled for one in asked)}
    if step.name == "what":
        return {"regions": names_of_regions()}
    if step.name != "days":
        return {}
    record = newest.draft.record
    lines = [stretch for action in record.actions for stretch in stretches(action.days)]
    working = [
        {"stretch": one, "out": between(one.workers_low, one.workers_high), "sum": between(one.sum.low, one.sum.high)}
        for one in lines
    ]
    return {"working": working, "record": record, "total": between(record.days_low, record.days_high)}


def names_of_regions():
    """Those that public records have, each once: whoever writes one as others do is found with them."""
    return sorted({name for _country, name in regions_known()})


def meanwhile(newest, base, form):
    """What the page shows below a step that was not saved: what others changed, and what saving would change."""
    now = whole(newest.draft)
    theirs = compare(whole(base.draft), now) if base is not None and base.draft is not None else None
    return {"in_the_way": newest, "theirs": theirs, "yours": compare(now, whole(form.put(newest.draft)))}


def again(step, form, newest, base):
    """The same text over what was saved meanwhile; what its writer had not touched is as it stands there now."""
    seen = base.draft if base is not None else None
    for data in ([with_theirs(form, seen, newest.draft)] if seen is not None else []) + [form.data.copy()]:
        keep_their_marks(data, form, seen, newest.draft)
        data["seen"] = str(newest.version.number)
        made = form_of(step, data, newest)
        if made.is_valid():
            break
    return made


def show_erased(request, context):
    """A report that is gone: what was typed is shown, to be copied; 404 where nothing was."""
    typed = [value for name, value in request.POST.items() if " " in value.strip() and name != "csrfmiddlewaretoken"]
    if not typed:
        raise Http404
    return render(request, "reports/report_write.html", context | {"typed": typed})
