"""What a seat may see here: the files of its group's circle and of its own small circles."""

from rooted.circles.keys import OpenCircle
from rooted.groups.access import circles_of
from rooted.groups.models import Seat
from rooted.shelf.models import ShelfFile, ShelfFileQuerySet


def files_of(seat: Seat) -> ShelfFileQuerySet:
    """The files that this seat can open, with what opening them needs."""
    found = ShelfFile.objects.filter(group=seat.group, item__circle__in=list(circles_of(seat)))
    return found.select_related("item", "file__item")


def keys_for(seat: Seat, on_shelf: ShelfFile) -> OpenCircle:
    """The open circle that `on_shelf`, one of `files_of`, is sealed to."""
    return circles_of(seat)[on_shelf.item.circle_id]
