"""The search stands with the other parts of a group."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.groups.models import Seat


def parts(seat: Seat) -> list[Part]:
    """One link, the last."""
    return [Part(_("Search"), reverse("home:search", args=[seat.group.address]), rank=900)]
