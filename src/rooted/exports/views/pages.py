"""Where a reader chooses what to take away, and in which columns."""

from urllib.parse import parse_qsl

from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render

from rooted.exports.forms import ThresholdForm
from rooted.exports.thresholds import counted
from rooted.people.access import open_to_strangers
from rooted.struggles.chosen import sentence
from rooted.struggles.finding import Selection


@open_to_strangers
def export_choose(request):
    selection = selection_of(request)
    form = ThresholdForm(request.GET)
    number = form.cleaned_data["at_least"] if form.is_valid() else None
    struggles = selection.records()
    kept = request.GET.copy()
    kept.pop("page", None)
    with_short = kept.copy()
    with_short["short"] = "1"
    context = {
        "selection": selection,
        "sentence": sentence(selection),
        "form": form,
        "kept": kept.urlencode(),
        "with_short": with_short.urlencode(),
        "number": number,
    }
    context |= {"kept_filters": selection.query(), "pairs": parse_qsl(selection.query())}
    if number:
        context["reach"], context["below"], context["unknown"] = counted(struggles, number)
    else:
        context["reach"] = struggles.count()
    return render(request, "exports/export_choose.html", context)


def selection_of(request):
    """The selection of the address; what cannot be read is no address of ours."""
    try:
        return Selection.from_query(request.GET)
    except ValidationError as wrong:
        raise Http404 from wrong
