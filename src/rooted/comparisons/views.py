"""Questions put to the chronicle, for everyone."""

from django.http import QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from rooted.base.kept_pages import kept_for_strangers
from rooted.comparisons.asking import ask
from rooted.comparisons.beside import chosen_records, others, side_by_side, without_each
from rooted.comparisons.forms import CrossingForm, OtherForm, QuestionForm
from rooted.comparisons.ready import READY
from rooted.comparisons.showing import cited_records, shown, shown_crossing
from rooted.people.access import open_to_strangers
from rooted.struggles.access import offered


@open_to_strangers
@kept_for_strangers
def compare(request):
    choices = offered(request.GET.get("country", ""))
    given = request.GET or QueryDict("short=1")
    form = QuestionForm(given, **choices._asdict())
    context = {"form": form, "tried": "asked" in given, "ready": READY}
    if form.is_valid() and context["tried"]:
        question = form.question(given.getlist("one"))
        if request.META["QUERY_STRING"] != question.query():
            return redirect(f"{reverse('comparisons:compare')}?{question.query()}")
        context |= shown(ask(question), request.build_absolute_uri("/").rstrip("/"))
    return render(request, "comparisons/compare.html", context)


@open_to_strangers
@kept_for_strangers
def together(request):
    choices = offered(request.GET.get("country", ""))
    form = CrossingForm(request.GET or QueryDict("short=1"), **choices._asdict())
    context = {"form": form}
    if form.is_valid():
        crossing = form.crossing()
        if request.GET and request.META["QUERY_STRING"] != crossing.query():
            return redirect(f"{reverse('comparisons:together')}?{crossing.query()}")
        context |= shown_crossing(crossing, request.build_absolute_uri("/").rstrip("/"))
    return render(request, "comparisons/together.html", context)


@open_to_strangers
@kept_for_strangers
def beside(request):
    records = chosen_records(request.GET.getlist("record"))
    form = OtherForm(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    context = {"records": records, "fields": side_by_side(records), "form": form}
    context |= {"without": without_each(records), "found": others(words, records)}
    if len(records) > 1:
        context["cite"] = cited_records(records, request.build_absolute_uri("/").rstrip("/"))
    return render(request, "comparisons/beside.html", context)
