"""What a seat may see and do: every entry of its group, all members alike."""

from django.http import Http404

from rooted.groups.models import Seat
from rooted.register.models import Entry
from rooted.register.reading import Row, entry_rows


def entry_of(seat: Seat, pk: int) -> Entry:
    """The entry of this group with that id; 404 otherwise."""
    entry = Entry.objects.of(seat.group).filter(pk=pk).first()
    if entry is None:
        raise Http404
    return entry


def row_of(seat: Seat, pk: int) -> Row:
    """The same as read."""
    (row,) = entry_rows(seat, [entry_of(seat, pk)])
    return row
