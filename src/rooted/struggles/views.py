"""The chronicle for everyone, and a group's imports for its members."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from rooted.groups.access import members_only
from rooted.people.access import open_to_strangers
from rooted.struggles import actions
from rooted.struggles.access import batches_of, public_countries, readable_struggles
from rooted.struggles.forms import FindForm
from rooted.struggles.models import Coding, Location, Struggle

ON_A_PAGE = 50
SAMPLES = 10


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
def struggle_detail(request, pk):
    struggle = get_object_or_404(readable_struggles(), pk=pk)
    codings = defaultdict(list)
    for coding in struggle.codings.all():
        codings[coding.scheme].append(str(coding))
    context = {"struggle": struggle, "codings": dict(codings)}
    return render(request, "struggles/struggle_detail.html", context)


@members_only
def import_list(request, seat):
    return render(request, "struggles/import_list.html", {"batches": batches_of(seat)})


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
    return redirect(batch)


@members_only
@require_POST
def import_clear(request, seat, pk):
    batch = get_object_or_404(batches_of(seat), pk=pk)
    try:
        actions.clear_batch(batch, seat=seat.pk)
    except ValidationError as refusal:
        return show(request, seat, batch, refusal)
    return redirect(batch)


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
    return render(request, "struggles/import_detail.html", context, status=409 if refusal else 200)
