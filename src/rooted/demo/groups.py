"""Groups among themselves: a small circle, and a group that asks for two vouchers."""

from datetime import datetime

from rooted.groups.models import Seat
from rooted.groups.small_circles import FEWEST_FOR_ONE, make_circle
from rooted.groups.vouching import ask_for_two


def fill(seats: dict[str, dict[str, Seat]], *, now: datetime) -> None:
    """In every group of three or more: a small circle of two, and two vouchers for whoever comes."""
    for members in seats.values():
        if len(members) >= FEWEST_FOR_ONE:
            first, second, *_rest = members.values()
            make_circle(first, name="Car share", seats=[second.pk])
            ask_for_two(first, today=now.date())
