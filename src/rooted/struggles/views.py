"""The chronicle for everyone."""

import functools

from django.core.paginator import Paginator
from django.db.models import Count, UUIDField
from django.http import Http404
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import get_language

from rooted.base.kept_pages import kept_for_strangers
from rooted.base.prepared import Given, Prepared
from rooted.people.access import open_to_strangers
from rooted.struggles.access import offered, readable_struggles, seat_of_publisher
from rooted.struggles.chosen import chosen, sentence
from rooted.struggles.context import like
from rooted.struggles.finding import Selection
from rooted.struggles.forms import FindForm, MapForm
from rooted.struggles.models import TOLD, Struggle
from rooted.struggles.opening import open_record
from rooted.struggles.picturing import map_of, timeline_of
from rooted.struggles.shown import Cited, told_of
from rooted.struggles.wider import wider

ON_A_PAGE = 50
MOST_MERGED = 20  # records that are one with another and are shown beside it


def asked(request, kind=FindForm):
    """What every page over a selection knows; `selection` is None where something in the address means nothing."""
    choices = offered(request.GET.get("country", ""))
    if kind.base_fields.keys().isdisjoint(request.GET):
        filters = untouched_filters(tuple(choices.countries), tuple(choices.divisions), request.path, get_language())
        return {"untouched": filters, **numbers_of(Selection())}
    form = kind(request.GET, **choices._asdict())
    if not form.is_valid():
        return {"form": form, "selection": None}
    selection = Selection.from_cleaned(form.cleaned_data)
    filters = chosen(selection)
    return {
        "form": form,
        "chosen": [one for one in filters if one.name != "short"],
        "sentence": sentence(selection, filters),
        **numbers_of(selection),
    }


@functools.lru_cache(maxsize=64)
def untouched_filters(countries, divisions, action, _language):
    """The filters before anything is chosen: the same for everybody who reads a language, so drawn once."""
    form = FindForm({}, countries=countries, divisions=divisions)
    return render_to_string("struggles/_filters.html", {"form": form, "action": action})


def numbers_of(selection):
    """A selection with how many records it holds, and how many short entries fit it as well; one query."""
    fitting = selection.narrow_but_told(Struggle.objects.public())
    numbers = fitting.aggregate(all=Count("*"), told=Count("year", filter=TOLD))
    return {
        "selection": selection,
        "query": selection.query(),
        "number": numbers["told" if selection.only_told else "all"],
        "short": numbers["all"] - numbers["told"],
        "with_short": selection.but(short=True).query(),
        "without_short": selection.but(short=False).query(),
    }


class Pages(Paginator):
    """A selection page by page, with the number of its records known already."""

    def __init__(self, selection, number):
        super().__init__(selection, ON_A_PAGE)
        self.count = number

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        return self._get_page(self.object_list.page(first, first + self.per_page), number, self)


@open_to_strangers
@kept_for_strangers
def struggle_list(request):
    context = asked(request)
    if context["selection"]:
        context["page"] = Pages(context["selection"], context["number"]).get_page(request.GET.get("page"))
    return render(request, "struggles/struggle_list.html", context)


@open_to_strangers
@kept_for_strangers
def struggle_map(request):
    context = asked(request, MapForm)
    by = context["form"].cleaned_data.get("by", "") if "form" in context else ""
    if context["selection"]:
        context["picture"] = map_of(context["selection"], context["number"], by)
    context["more"] = f"&by={by}" if by else ""
    return render(request, "struggles/struggle_map.html", context)


@open_to_strangers
@kept_for_strangers
def struggle_timeline(request):
    context = asked(request)
    if context["selection"]:
        year = timezone.localdate().year
        context["picture"] = timeline_of(context["selection"], context["number"], this_year=year)
    return render(request, "struggles/struggle_timeline.html", context)


@open_to_strangers
@kept_for_strangers
def struggle_detail(request, public_id):
    struggle = _ONE.first(public_id=public_id)
    if struggle is None:
        raise Http404
    context = {"struggle": struggle} if struggle.withdrawn_on else what_it_holds(struggle)
    context["member"] = seat_of_publisher(request.keyring, struggle)
    return render(request, "struggles/struggle_detail.html", context)


_ONE = Prepared(
    lambda: readable_struggles().filter(public_id=Given("public_id", UUIDField())).select_related("batch", "group")
)


def what_it_holds(struggle):
    """A record that stands, whole: with what is one with it, what was corrected, and what is like it."""
    merged = open_record(struggle)
    standing = readable_struggles().filter(withdrawn_on=None)
    with_it = standing.filter(pk__in=merged).order_by("started_on", "pk").prefetch_related("sources") if merged else []
    told = told_of(struggle)
    return {
        "struggle": struggle,
        "told": told,
        "one_with": standing.filter(pk=struggle.merged_into_id).first() if struggle.merged_into_id else None,
        "with_it": [(other, [Cited(one) for one in other.sources.all()]) for other in with_it[:MOST_MERGED]],
        "corrections": struggle.corrections.all(),
        "alike": like(struggle),
        "wider": wider(told.record),
    }
