"""Reminders on the notice board: where they are set, and that they rest after somebody left."""

from django.urls import reverse
from django.utils.translation import gettext as _

from rooted.base.board import Line, Part
from rooted.groups.models import Seat
from rooted.nudges.actions import my_feed, my_nudge, rests


def lines(seat: Seat) -> list[Line]:
    """One line while this member's own mail or calendar rests."""
    if not rests(seat):
        return []
    return [
        Line(
            title=_("Say whether your reminders go on"),
            url=reverse("nudges:nudges", args=[seat.group.address]),
            action=_("Look"),
            who=_("Somebody left the group. Until you say so, you get no mail and no calendar."),
            rank=400,
        )
    ]


def parts(seat: Seat) -> list[Part]:
    """One link; used once this member has mail or a calendar."""
    used = my_nudge(seat) is not None or my_feed(seat)[1] is not None
    return [Part(name=_("Reminders"), url=reverse("nudges:nudges", args=[seat.group.address]), rank=880, used=used)]
