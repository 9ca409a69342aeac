"""The chronicle for everyone."""

from collections import defaultdict

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from rooted.people.access import open_to_strangers
from rooted.struggles import actions
from rooted.struggles.access import public_countries, readable_struggles
from rooted.struggles.forms import FindForm
from rooted.struggles.models import Coding, Location, Struggle

ON_A_PAGE = 50


@open_to_strangers
def struggle_list(request):
    form = FindForm(request.GET, countries=public_countries())
    words = actions.found_by_words(form.cleaned_data["q"]) if form.is_valid() and form.cleaned_data["q"] else None
    found = narrowed(form.cleaned_data, words) if form.is_valid() else Struggle.objects.none()
    page = Paginator(found.newest_first().for_lists(), ON_A_PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {"form": form, "page": page, "narrowed": form.has_changed(), "kept": kept.urlencode()}
    context["cut"] = words is not None and len(words) == actions.MOST_FOUND
    return render(request, "struggles/struggle_list.html", context)


def narrowed(wanted, with_words):
    """The public records that fit every filter, among those `with_words` if words were given."""
    found = Struggle.objects.public()
    if with_words is not None:
        found = found.filter(pk__in=with_words)
    if wanted["country"]:
        found = found.filter(pk__in=Location.objects.filter(country=wanted["country"]).values("struggle"))
    if wanted["form"]:
        found = found.filter(pk__in=Coding.objects.filter(scheme="form", code=wanted["form"]).values("struggle"))
    return found.filter(year=wanted["year"]) if wanted["year"] is not None else found


@open_to_strangers
def struggle_detail(request, public_id):
    struggle = get_object_or_404(readable_struggles(), public_id=public_id)
    codings = defaultdict(list)
    for coding in struggle.codings.all():
        codings[coding.scheme].append(str(coding))
    context = {"struggle": struggle, "codings": dict(codings)}
    return render(request, "struggles/struggle_detail.html", context)
