"""What a group's notice board says of records that may be one."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rooted.base.board import Line, Part
from rooted.doubles.access import pairs_of, undecided
from rooted.groups.models import Seat

RANK = 200  # nothing here is urgent


def counted(seat: Seat) -> dict[str, int]:
    """How many pairs there are, how many wait for this group, and how many of those another group asks about.

    One query a request.
    """
    numbers = seat.__dict__.get("doubles")
    if numbers is None:
        ours, asked = Q(asked_group=seat.group_id), Q(asked_group__isnull=False)
        waiting = undecided() & ~ours
        numbers = seat.__dict__["doubles"] = pairs_of(seat).aggregate(
            all=Count("pk"), waiting=Count("pk", filter=waiting), asked=Count("pk", filter=waiting & asked)
        )
    return numbers


def lines(seat: Seat) -> list[Line]:
    """At most one line: what other groups ask comes before what merely looks alike."""
    numbers = counted(seat)
    if asked := numbers["asked"]:
        words = ngettext(
            "Another group asks whether %(n)d record of yours is the same as theirs",
            "Other groups ask whether %(n)d records of yours are the same as theirs",
            asked,
        )
        return [_line(seat, words % {"n": asked}, _("Nothing changes unless one of you agrees."))]
    if number := numbers["waiting"]:
        words = ngettext(
            "Look at %(n)d pair of records that may be one struggle",
            "Look at %(n)d pairs of records that may be one struggle",
            number,
        )
        return [_line(seat, words % {"n": number}, _("Anyone here can decide. It can be undone."))]
    return []


def _line(seat: Seat, title: str, who: str) -> Line:
    url = reverse("doubles:double-list", args=[seat.group.address])
    return Line(title=title, url=url, action=_("Look"), who=who, nobody=True, rank=RANK)


def parts(seat: Seat) -> list[Part]:
    """The list, once there was a pair."""
    numbers = counted(seat)
    if not numbers["all"]:
        return []
    url = reverse("doubles:double-list", args=[seat.group.address])
    return [Part(name=_("Records that may be one"), url=url, count=numbers["waiting"], rank=61)]
