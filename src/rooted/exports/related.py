"""Beside a list of the chronicle: the way to take it away."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.groups.models import Seat
from rooted.struggles.finding import Selection


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """For a selection: its files, and its feed."""
    if not isinstance(obj, Selection):
        return []
    query = f"?{obj.query()}" if obj.query() else ""
    return [
        Part(name=_("Take these records away"), url=reverse("exports:export-choose") + query, rank=40),
        Part(name=_("Follow by feed"), url=reverse("exports:feed") + query, rank=50),
    ]
