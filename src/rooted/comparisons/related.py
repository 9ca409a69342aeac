"""Ways from a record, and from a selection, to a comparison."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.comparisons.beside import address_of
from rooted.comparisons.crossing import Crossing
from rooted.groups.models import Seat
from rooted.struggles.finding import Selection
from rooted.struggles.models import Struggle

RANK = 60


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """For everybody: a record put beside others; a selection asked about, and what went together in it."""
    if isinstance(obj, Struggle) and obj.public_id:
        address = f"{reverse('comparisons:beside')}?{address_of([obj])}"
        return [Part(_("Put this record beside others"), address, rank=RANK)]
    if isinstance(obj, Selection):
        query = obj.but(sort="").query()
        ask = f"{reverse('comparisons:compare')}?{query}" if query else reverse("comparisons:compare")
        crossed = f"{reverse('comparisons:together')}?{Crossing(obj.but(sort='')).query()}"
        return [
            Part(_("Compare these struggles"), ask, rank=RANK),
            Part(_("See what went together in them"), crossed, rank=RANK + 1),
        ]
    return []
