"""The read API: what the pages say, for programs. docs/api.md tells about it, openapi.json describes it."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from rooted.exports.atom import address
from rooted.exports.entries import travelling, vocabulary
from rooted.exports.streams import pieces
from rooted.people.access import open_to_strangers
from rooted.records import codes as lists
from rooted.records import questions
from rooted.struggles.access import readable_struggles
from rooted.struggles.finding import Selection

DESCRIPTION = Path(__file__).resolve().parent.parent / "openapi.json"
ON_A_PAGE = 50


@open_to_strangers
def description(request):
    return HttpResponse(DESCRIPTION.read_bytes(), content_type="application/json")


@open_to_strangers
def codes(request):
    found = {scheme: labels(pairs.items()) for scheme, pairs in lists.LISTS.items()}
    found |= {"led_by": labels(lists.LED_BY), "outcome": labels(lists.OUTCOMES), "official": labels(lists.OFFICIAL)}
    found |= {"question": labels(questions.QUESTIONS.items()), "point": labels(questions.POINT_KINDS.items())}
    return answer({"version": lists.VERSION, "lists": found})


@open_to_strangers
def terms(request):
    return answer({"terms": list(vocabulary())})


@open_to_strangers
def struggles(request):
    try:
        selection = Selection.from_query(request.GET)
    except ValidationError as wrong:
        return answer({"errors": wrong.message_dict}, status=400)
    page = Paginator(selection.records(), ON_A_PAGE).get_page(request.GET.get("page"))
    kept = selection.query()
    following = f"?{kept}&page={page.next_page_number()}" if page.has_next() else ""
    return answer(
        {
            "count": page.paginator.count,
            "page": page.number,
            "pages": page.paginator.num_pages,
            "next": request.build_absolute_uri(reverse("exports:struggles") + following) if following else None,
            "struggles": [with_address(request, one) for one in pieces(selection.records().filter(pk__in=ids(page)))],
        }
    )


@open_to_strangers
def struggle(request, public_id):
    found = get_object_or_404(readable_struggles(), public_id=public_id)
    (one,) = pieces(readable_struggles().filter(pk=found.pk))
    return answer(with_address(request, one))


def with_address(request, one):
    return travelling(one) | {"url": address(request, one)}


def ids(page):
    return [one.pk for one in page.object_list.only("pk")]


def labels(pairs):
    return {code: str(words) for code, words in pairs}


def answer(value, status=200):
    """JSON that any page anywhere may read: it holds nothing but what strangers may read, and knows no cookie."""
    response = JsonResponse(value, status=status, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
