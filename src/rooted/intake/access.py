"""Which letters a seat may read: those of its group, all of them alike."""

from rooted.groups.models import Seat
from rooted.intake.models import Message, MessageQuerySet, Thread, ThreadQuerySet


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
