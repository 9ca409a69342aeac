"""The shelf among the parts of the group; nothing of it ever needs someone by a day."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.groups.models import Seat
from rooted.shelf.access import files_of


def parts(seat: Seat) -> list[Part]:
    """The files the group keeps."""
    url = reverse("shelf:file-list", args=[seat.group.address])
    return [Part(name=_("Files"), url=url, rank=45, used=files_of(seat).exists())]
