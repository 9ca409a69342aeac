"""What the members' page and the strangers' page both show: the bounds in words, and the figures of today."""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.utils.safestring import SafeString

from rooted.areas import figures
from rooted.areas.bounds import Bounds, land_words, town_words, towns_of
from rooted.areas.drawing import spans, years_drawn, years_listed
from rooted.areas.nearby import Towns, nearby
from rooted.base import markup
from rooted.records.branches import BRANCHES
from rooted.struggles.finding import Selection

ON_A_PAGE = 20


def shown(bounds: Bounds, page: str | None) -> dict[str, Any]:
    """The context of an area's page; the number of queries is the same however many records there are."""
    towns = towns_of(bounds)
    context: dict[str, Any] = {"bounds": bounds, **in_words(bounds, towns)}
    near = nearby(bounds, towns)
    if bounds.placed:
        among = figures.selection_of(bounds)
        years = figures.years(near)
        pages = Paginator(near.found, ON_A_PAGE).get_page(page)
        context |= {
            "near": near,
            "number": len(near.found),
            "page": pages,
            "struggles": figures.in_order(one.pk for one in pages.object_list),
            "picture": years_drawn(years, among),
            "years": years_listed(years, among),
            "spans": spans(years),
            "tables": [figures.outcomes(near, among), *figures.forms_and_branches(near, among)],
            "employers": figures.with_employers(near),
            "points": figures.points(near),
        }
    return context | {"elsewhere": figures.in_branches(bounds, near)}


def in_words(bounds: Bounds, towns: Towns) -> dict[str, Any]:
    """The places, and the branches each with the address of all its records."""
    return {
        "places": [town_words(town, km) for town, km in towns] + [land_words(land) for land in bounds.lands],
        "branches": [
            (str(BRANCHES.get(code, code)), figures.list_at(Selection(branch=code))) for code in bounds.branches
        ],
    }


def marked_up(texts: Mapping[str, str]) -> dict[str, SafeString]:
    """The texts as HTML, by their names."""
    return {name: markup.html(text) for name, text in texts.items()}
