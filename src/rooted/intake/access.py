"""Which letters a seat may read: those of its group, all of them alike. Which records anyone may ask about."""

from uuid import UUID

from django.http import Http404

from rooted.groups.models import Seat
from rooted.intake.models import Message, MessageQuerySet, Thread, ThreadQuerySet
from rooted.struggles.access import readable_struggles
from rooted.struggles.models import PUBLIC, Struggle


def struggle_to_ask_about(public_id: UUID) -> Struggle:
    """A record that stands, with its group; 404 where it is hidden, withdrawn or merged, or the group is gone."""
    standing = readable_struggles().filter(PUBLIC, group__closed_on=None, group__hidden_on=None)
    struggle = standing.filter(public_id=public_id).select_related("group__circle").first()
    if struggle is None:
        raise Http404
    return struggle


def stands(struggle: Struggle) -> bool:
    """Whether a record is PUBLIC, asked of the row at hand."""
    gone = struggle.withdrawn_on or struggle.hidden_on or struggle.merged_into_id
    return struggle.published_on is not None and not gone


def threads_of(seat: Seat) -> ThreadQuerySet:
    """All threads of the seat's group, with what members marked on them."""
    return Thread.objects.of(seat.group).select_related("danger", "outcome")


def waiting_letters(seat: Seat) -> MessageQuerySet:
    """Letters of the seat's group without an answer, oldest day first, with what reading them needs; none held back."""
    return (
        Message.objects.waiting()
        .filter(thread__group=seat.group, thread__closed_on=None, thread__held_on=None)
        .select_related("item", "thread")
        .order_by("item__day", "pk")
    )
