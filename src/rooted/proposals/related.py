"""Beside a decision of the register: the proposal it came from, with its vote."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.groups.models import Seat
from rooted.proposals.models import Proposal
from rooted.register.models import Entry

RANK = 10


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """For members of its group, while the proposal is kept. One query."""
    if not isinstance(obj, Entry) or seat is None:
        return []
    pk = Proposal.objects.of(seat.group).filter(entry=obj.pk).values_list("pk", flat=True).first()
    if pk is None:
        return []
    return [
        Part(
            _("The proposal and its vote"),
            reverse("proposals:proposal-result", args=[seat.group.address, pk]),
            rank=RANK,
        )
    ]
