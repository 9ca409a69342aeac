"""What members of its group can do with a published record, beside its page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.groups.models import Seat
from rooted.struggles.models import Struggle


def related(obj: Any, seat: Seat | None) -> list[Part]:
    """Correct and withdraw, for a member of the group that published it; nothing for anybody else."""
    if seat is None or not isinstance(obj, Struggle) or obj.group_id != seat.group.pk or obj.withdrawn_on:
        return []
    where = [seat.group.address, obj.public_id]
    return [
        Part(_("Put something right"), reverse("reports:report-correct", args=where), rank=10),
        Part(_("Withdraw it in the open"), reverse("reports:report-withdraw", args=where), rank=20),
    ]
