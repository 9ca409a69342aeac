"""Which posters a seat may see: those of its group, all of them alike."""

from rooted.groups.models import Seat
from rooted.posters.models import Poster, PosterQuerySet


def posters_of(seat: Seat) -> PosterQuerySet:
    """The group's posters with what reading them needs, the one to renew first on top."""
    return Poster.objects.filter(group=seat.group).select_related("item").order_by("renew_on", "pk")
