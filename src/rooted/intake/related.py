"""Beside a record of the chronicle: the way to ask the group that published it."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.groups.models import Seat
from rooted.intake.access import stands
from rooted.intake.flood import takes_letters
from rooted.struggles.models import Struggle

RANK = 20


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """For everybody but its group, beside a record that stands, while that takes letters; two queries for the page."""
    if not isinstance(obj, Struggle) or not stands(obj):
        return []
    if seat is not None and seat.group_id == obj.group_id:
        return []
    if not takes_letters(obj.group, today=timezone.now().date()):
        return []
    imported = obj.batch_id is not None  # whoever brought a list in wrote none of it
    words = _("Ask %(group)s") % {"group": obj.group.name} if imported else _("Ask the authors")
    return [Part(words, reverse("intake:struggle-ask", args=[obj.public_id]), rank=RANK)]
