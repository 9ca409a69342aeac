"""Beside a record: the way to those it may be the same as, for members of the group that published one of them."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.doubles.access import open_with
from rooted.doubles.actions import public
from rooted.groups.models import Seat
from rooted.struggles.models import Struggle

MOST = 5


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """One line for each open pair of the record, the most alike first; and the way to name one that nobody found."""
    if seat is None or not isinstance(obj, Struggle):
        return []
    pairs = open_with(obj, seat).select_related("one", "other").order_by("-alike", "id")[:MOST]
    found = [
        Part(
            _("Perhaps the same as: %(title)s") % {"title": pair.other if pair.one_id == obj.pk else pair.one},
            reverse("doubles:double-detail", args=[seat.group.address, pair.pk]),
            rank=20,
        )
        for pair in pairs
    ]
    if obj.group_id == seat.group.pk and public(obj):
        address = reverse("doubles:double-add", args=[seat.group.address, obj.public_id])
        found.append(Part(_("The same struggle as another record"), address, rank=21))
    return found
