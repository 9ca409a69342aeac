"""The shelf among the parts of the group; nothing of it ever needs someone by a day."""

from collections.abc import Mapping

from django.db.models import Exists
from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Part
from rooted.circles.models import CircleWrap
from rooted.groups.glance import GROUP, HOLDER, Question, asks, glance
from rooted.groups.models import Seat
from rooted.shelf.models import ShelfFile


@asks
def questions() -> Mapping[str, Question]:
    mine = CircleWrap.objects.filter(holder=HOLDER).values("circle")
    return {"files": Exists(ShelfFile.objects.filter(group=GROUP, item__circle__in=mine))}


def parts(seat: Seat) -> list[Part]:
    """The files the group keeps."""
    url = reverse("shelf:file-list", args=[seat.group.address])
    return [Part(name=_("Files"), url=url, rank=45, used=bool(glance(seat)["files"]))]
